// For mongosh, run whenever the house is started: begins the replica set, and makes a user for each service that may
// read and write its own database and nothing else. Names and passwords are those of the addresses the services are
// given.
const fs = require('fs');
const secret = (name) => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const databaseOf = (service) => `kurze-wege-${service}`;
const services = ['people', 'cases', 'measures', 'employers', 'insights'];

const admin = db.getSiblingDB('admin');
admin.auth('root', secret('mongodb-root'));

try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(500);

for (const service of services) user(service, [service]);
// Makes the indexes, and reads and retries dead letters of all services.
user('operator', services);

function user(name, ofServices) {
  const address = new URL(secret(`mongodb-url-${name}`));
  if (address.username !== name) throw new Error(`mongodb-url-${name} is the address of ${address.username}`);
  const is = {
    pwd: decodeURIComponent(address.password),
    roles: ofServices.map((service) => ({ role: 'readWrite', db: databaseOf(service) })),
  };
  if (admin.getUser(name)) admin.updateUser(name, is);
  else admin.createUser({ user: name, ...is });
  print(`user ${name}: may read and write ${ofServices.map(databaseOf).join(', ')}`);
}
