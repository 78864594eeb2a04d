content/targets/2025.yaml:4:12: error: «stage» no puede ser «talks» [bad-choice]
    4 |     stage: talks
      |            ^~~~~
  consejo: Elija entre: idea, contact, negotiation, signature.
content/targets/2025.yaml:7:18: error: «60 %» no es un porcentaje de 0 a 100 con dos decimales como máximo [bad-probability]
    7 |     probability: 60 %
      |                  ^~~~
  consejo: Escriba el número sin signo, como en probability: 62.5
2 errores
