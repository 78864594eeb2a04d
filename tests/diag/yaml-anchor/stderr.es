content/partners/gsma.yaml:2:7: error: las anclas (&), los alias (*) y las claves de fusión (<<) no se usan aquí [yaml-anchor]
    2 | name: *gsma
      |       ^~~~~
  consejo: Escriba el valor completo, o ponga entre comillas dobles rectas un texto que empiece por & o *.
content/partners/unicef.yaml:3:8: error: las anclas (&), los alias (*) y las claves de fusión (<<) no se usan aquí [yaml-anchor]
    3 | short: &u UNICEF
      |        ^
  consejo: Escriba el valor completo, o ponga entre comillas dobles rectas un texto que empiece por & o *.
2 errores
