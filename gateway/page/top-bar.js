const { createElement: h } = window.React;

const GROUPS = [
  { title: 'Job centre', roles: ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE'] },
  { title: 'Town halls', roles: ['TOWN_HALL'] },
  { title: 'Others', roles: ['PROVIDER', 'OPERATOR', 'ANALYST'] },
];

function UserPicker({ users, user, onPick }) {
  const groupOf = ({ title, roles }) =>
    h(
      'optgroup',
      { key: title, label: title },
      users
        .filter(({ role }) => roles.includes(role))
        .map(({ id, label }) => h('option', { key: id, value: id }, label)),
    );
  return h(
    'label',
    { className: 'picker' },
    h('span', null, 'You are'),
    h(
      'select',
      { value: user, onChange: (event) => onPick(event.target.value), 'aria-describedby': 'may' },
      GROUPS.map(groupOf),
    ),
  );
}

/** Who asks, and what they may: the first thing to know about any answer below. */
export function TopBar({ users, user, onPick }) {
  return h(
    'header',
    { className: 'top-bar' },
    h('img', { src: '/page/icon.svg', alt: '', width: 32, height: 32 }),
    h('div', { className: 'title' }, h('h1', null, 'Kurze Wege'), h('p', null, 'Demo house on this machine')),
    h(
      'div',
      { className: 'who' },
      h(UserPicker, { users, user, onPick }),
      h('p', { id: 'may', 'aria-live': 'polite' }, users.find(({ id }) => id === user)?.may),
    ),
  );
}
