content/agreements/2024/bdt-2024-901.yaml:3:12: error: hay texto después de unas comillas de cierre [text-after-quote]
    3 |   children's schools'
      |            ^~~~~~~~~~
  consejo: Ponga todo el texto entre comillas dobles rectas; entre comillas simples, un apóstrofo se escribe dos veces (''), y entre comillas dobles, unas comillas dobles se escriben \".
content/partners/unicef.yaml:2:32: error: hay texto después de unas comillas de cierre [text-after-quote]
    2 | name: 'United Nations Children's Fund'
      |                                ^~~~~~~
  consejo: Ponga todo el texto entre comillas dobles rectas; entre comillas simples, un apóstrofo se escribe dos veces (''), y entre comillas dobles, unas comillas dobles se escriben \".
2 errores
