content/agreements/2024/bdt-2024-901.yaml:3:7: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 |   en: "Digital skills: schools at sea
      |       ^
  consejo: Ponga " al final del texto de la línea 3. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-902.yaml:3:7: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 |   en: "Digital skills
      |       ^
  consejo: Ponga " al final del texto de la línea 3. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-903.yaml:3:7: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 |   en: 'Digital skills
      |       ^
  consejo: Ponga ' al final del texto de la línea 3. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-904.yaml:3:5: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 |   - "unicef
      |     ^
  consejo: Ponga " al final del texto de la línea 3. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-905.yaml:2:12: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    2 | partners: ["unicef,
      |            ^
  consejo: Ponga " al final del texto de la línea 2. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-906.yaml:2:8: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    2 | title: 'Digital skills
      |        ^
  consejo: Ponga ' al final del texto de la línea 2. Ciérrelo con las mismas comillas que lo abren.
content/agreements/2024/bdt-2024-907.yaml:4:8: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    4 | title: "Digital skills
      |        ^
  consejo: Ponga " al final del texto de la línea 4. Ciérrelo con las mismas comillas que lo abren.
content/partners/unicef.yaml:3:8: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 | short: "UNICEF
      |        ^
  consejo: Ponga " al final del texto de la línea 3. Ciérrelo con las mismas comillas que lo abren.
8 errores
