content/partners/gsma.yaml:2:8: error: una clave debe ser una sola palabra, no una lista ni un conjunto de claves [bad-key]
    2 | name: {{name}} association
      |        ^
  consejo: Ponga entre comillas dobles rectas un texto que empiece por { o [.
1 error
