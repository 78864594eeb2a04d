content/agreements/2024/bdt-2024-017.yaml:8:26: error: «itu» no puede estar entre los socios [itu-as-partner]
    8 | partners: [unicef, gsma, itu]
      |                          ^~~
  consejo: La UIT firma todos los acuerdos; «itu» figura solo en las contribuciones, como from: itu.
1 error
