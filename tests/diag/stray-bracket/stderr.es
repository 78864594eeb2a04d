content/agreements/2024/bdt-2024-017.yaml:8:25: error: aquí no puede haber nada junto a un corchete o una llave ya cerrados [stray-bracket]
    8 | partners: [unicef, gsma]]
      |                         ^
  consejo: Ponga entre comillas dobles rectas un texto que contenga corchetes o llaves.
1 error
