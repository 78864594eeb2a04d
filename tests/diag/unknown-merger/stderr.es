content/partners/gsma.yaml:6:14: error: socio desconocido «unicf» como resultado de la fusión [unknown-merger]
    6 | merged_into: unicf
      |              ^~~~~
  consejo: ¿quería decir «unicef»? Haga un archivo del sucesor en partners/, o corrija el identificador.
1 error
