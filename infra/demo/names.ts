/** Given and family names as they are common in the region, of the communities that live there. All people are invented. */
export const femaleNames = [
  'Sabine', 'Petra', 'Monika', 'Ursula', 'Andrea', 'Claudia', 'Birgit', 'Heike', 'Silke', 'Tanja', 'Nicole', 'Stefanie', 'Melanie', 'Julia', 'Sandra',
  'Jasmin', 'Vanessa', 'Lena', 'Laura', 'Ayşe', 'Fatma', 'Emine', 'Elif', 'Zeynep', 'Maria', 'Giulia', 'Rosa', 'Agnieszka', 'Katarzyna', 'Magdalena',
  'Olga', 'Svetlana', 'Irina', 'Natalja', 'Amira', 'Layla', 'Samira', 'Ivana', 'Jelena', 'Hanna', 'Gabriele', 'Renate', 'Bärbel', 'Marion', 'Doris',
] as const;

export const maleNames = [
  'Thomas', 'Michael', 'Andreas', 'Stefan', 'Frank', 'Uwe', 'Jürgen', 'Klaus', 'Bernd', 'Dieter', 'Ralf', 'Torsten', 'Markus', 'Christian', 'Sven',
  'Daniel', 'Dennis', 'Patrick', 'Kevin', 'Jan', 'Mehmet', 'Mustafa', 'Ali', 'Hasan', 'Emre', 'Giuseppe', 'Antonio', 'Salvatore', 'Piotr', 'Krzysztof',
  'Andrzej', 'Dmitri', 'Sergej', 'Viktor', 'Omar', 'Karim', 'Yusuf', 'Zoran', 'Goran', 'Günter', 'Rüdiger', 'Heinz', 'Volker', 'Detlef', 'Holger',
] as const;

export const familyNames = [
  'Müller', 'Schmidt', 'Schneider', 'Fischer', 'Weber', 'Meyer', 'Wagner', 'Becker', 'Schulz', 'Hoffmann', 'Schäfer', 'Koch', 'Bauer', 'Richter', 'Klein',
  'Wolf', 'Schröder', 'Neumann', 'Schwarz', 'Zimmermann', 'Braun', 'Krüger', 'Hofmann', 'Hartmann', 'Lange', 'Schmitt', 'Werner', 'Krause', 'Meier', 'Lehmann',
  'Köhler', 'Herrmann', 'König', 'Walter', 'Mayer', 'Huber', 'Kaiser', 'Fuchs', 'Peters', 'Lang', 'Scholz', 'Möller', 'Weiß', 'Jung', 'Hahn',
  'Schubert', 'Vogel', 'Friedrich', 'Keller', 'Günther', 'Frank', 'Berger', 'Winkler', 'Roth', 'Beck', 'Lorenz', 'Baumann', 'Franke', 'Albrecht', 'Ludwig',
  'Winter', 'Simon', 'Kraus', 'Vogt', 'Stein', 'Jäger', 'Otto', 'Sommer', 'Groß', 'Seidel', 'Yılmaz', 'Kaya', 'Demir', 'Çelik', 'Şahin',
  'Rossi', 'Russo', 'Ferrari', 'Esposito', 'Kowalski', 'Nowak', 'Wiśniewski', 'Ivanov', 'Petrov', 'Popov', 'Haddad', 'Khalil', 'Jovanović', 'Nikolić', 'Horvat',
] as const;

export const streets = [
  'Hauptstraße', 'Bahnhofstraße', 'Schulstraße', 'Gartenstraße', 'Rheinstraße', 'Kirchgasse', 'Odenwaldstraße', 'Wiesenweg', 'Lindenstraße', 'Am Sportplatz', 'Weschnitzstraße', 'Mühlweg',
] as const;
