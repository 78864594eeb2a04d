content/rates/gone.csv: error: no se puede leer este archivo: no existe ningún archivo ni carpeta con ese nombre [file-unreadable]
  consejo: Compruebe que existe con este nombre y que tiene permiso para leerlo.
1 error
