content/agreements/2024/bdt-2024-017.yaml:2:29: error: lengua desconocida «rural schools» [unknown-language]
    2 | title: {en: Digital skills, rural schools, es: Competencias digitales para escuelas rurales}
      |                             ^~~~~~~~~~~~~
  consejo: Entre { }, ponga entre comillas dobles rectas un texto que contenga una coma. Las lenguas son en, fr, es, ar, zh y ru.
content/partners/unicef.yaml:2:44: error: lengua desconocida «sp» [unknown-language]
    2 | name: {en: United Nations Children's Fund, sp: Fondo de las Naciones Unidas para la Infancia}
      |                                            ^~
  consejo: ¿quería decir «es»? Las lenguas son en, fr, es, ar, zh y ru.
2 errores
