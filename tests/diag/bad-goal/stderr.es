content/targets/2024.yaml:3:21: error: «agreements.count» debe ser un solo número mayor que cero, sin nada más fino que el céntimo [bad-goal]
    3 |   agreements.count: 0
      |                     ^
  consejo: Los recuentos como 95 o 16.5, el dinero en USD como 36000000.00.
content/targets/2024.yaml:4:29: error: «contributions.total» debe ser un solo número mayor que cero, sin nada más fino que el céntimo [bad-goal]
    4 |   2024.contributions.total: lots
      |                             ^~~~
  consejo: Los recuentos como 95 o 16.5, el dinero en USD como 36000000.00.
2 errores
