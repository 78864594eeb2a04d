content/documents/d25/document.yaml:2:8: advertencia: este documento abarca 2015-2018, pero no hay cifras de ese período [period-not-on-file]
    2 | years: 2015-2018
      |        ^~~~~~~~~
  consejo: Las cifras van de 2022 a 2024.
1 advertencia
