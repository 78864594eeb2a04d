content/partners/unicef.yaml:3:8: error: las etiquetas YAML (!) no se usan aquí [yaml-tag]
    3 | short: !unicef
      |        ^
  consejo: Ponga entre comillas dobles rectas un texto que empiece por !.
1 error
