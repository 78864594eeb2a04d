content/agreements/2024/bdt-2024-018.yaml:7:10: error: «gsma» no es parte de «bdt-2022-005» en esa fecha [leaves-not-party]
    7 | leaves: [gsma, gsma, itu, gmsa]
      |          ^~~~
  consejo: Nombre a quien firmó el acuerdo o un addendum anterior a este y no lo ha dejado desde entonces.
content/agreements/2024/bdt-2024-018.yaml:7:16: error: el socio «gsma» está aquí dos veces [repeated-partner]
    7 | leaves: [gsma, gsma, itu, gmsa]
      |                ^~~~
  consejo: Elimine uno de los dos.
content/agreements/2024/bdt-2024-018.yaml:7:22: error: «itu» no puede estar entre los socios [itu-as-partner]
    7 | leaves: [gsma, gsma, itu, gmsa]
      |                      ^~~
  consejo: La UIT firma todos los acuerdos; «itu» figura solo en las contribuciones, como from: itu.
content/agreements/2024/bdt-2024-018.yaml:7:27: error: socio desconocido «gmsa» [unknown-partner]
    7 | leaves: [gsma, gsma, itu, gmsa]
      |                           ^~~~
  consejo: ¿quería decir «gsma» (GSM Association)? Los socios son archivos de content/partners/
4 errores
