content/agreements/2022/bdt-2022-004.yaml:6:9: error: «bdt-2022-004» vuelve a sí mismo a través de parent [agreement-cycle]
    6 | parent: bdt-2024-017
      |         ^~~~~~~~~~~~
  consejo: De dos acuerdos, solo el posterior nombra al otro: quite la clave del anterior.
content/agreements/2022/bdt-2022-004.yaml:6:9: advertencia: esto se firmó el 2022-03-01, antes que «bdt-2024-017», del que depende (2024-05-14) [parent-later]
    6 | parent: bdt-2024-017
      |         ^~~~~~~~~~~~
  consejo: Corrija una de las fechas, o nombre otro acuerdo en parent.
content/agreements/2024/bdt-2024-017.yaml:4:9: error: «bdt-2024-017» vuelve a sí mismo a través de parent [agreement-cycle]
    4 | parent: bdt-2022-004
      |         ^~~~~~~~~~~~
  consejo: De dos acuerdos, solo el posterior nombra al otro: quite la clave del anterior.
2 errores, 1 advertencia
