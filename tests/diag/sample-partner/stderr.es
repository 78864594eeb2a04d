content/agreements/2022/bdt-2022-004.yaml:5:12: advertencia: «gsma» es un ejemplo, pero este acuerdo no está marcado como tal [sample-partner]
    5 | partners: [gsma, unicef]
      |            ^~~~
  consejo: Marque el acuerdo sample: true, o el socio sample: false.
content/agreements/2024/bdt-2024-017.yaml:8:20: advertencia: «gsma» es un ejemplo, pero este acuerdo no está marcado como tal [sample-partner]
    8 | partners: [unicef, gsma]
      |                    ^~~~
  consejo: Marque el acuerdo sample: true, o el socio sample: false.
2 advertencias
