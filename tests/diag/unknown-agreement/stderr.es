content/agreements/2024/bdt-2024-017.yaml:4:9: error: acuerdo desconocido «bdt-2022-005» [unknown-agreement]
    4 | parent: bdt-2022-005
      |         ^~~~~~~~~~~~
  consejo: ¿quería decir «bdt-2022-004»? Los acuerdos son archivos de agreements/<año>/ del contenido.
1 error
