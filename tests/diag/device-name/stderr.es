content/agreements/2024/con.yaml:1:5: error: «con» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
    1 | id: con
      |     ^~~
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/pages/nul: error: «nul» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/partners/lpt1.yaml:1:5: error: «lpt1» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
    1 | id: lpt1
      |     ^~~~
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/partners/lpt1.yaml:4:14: error: «com9» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
    4 | former_ids: [com9, com10, prn]
      |              ^~~~
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/partners/lpt1.yaml:4:27: error: «prn» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
    4 | former_ids: [com9, com10, prn]
      |                           ^~~
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/stories/aux: error: «aux» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
content/vocabulary/regions.yaml:5:10: error: «Con» no puede ser un identificador: Windows reserva ese nombre para un dispositivo [device-name]
    5 |   - {id: Con, label: {en: Somewhere, es: Algún lugar}}
      |          ^~~
  consejo: Allí ningún archivo ni carpeta puede llamarse así: elija otro identificador, y cambie el nombre del archivo si el identificador es su nombre.
7 errores
