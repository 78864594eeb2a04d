content/pages/again: error: esto es un enlace simbólico a una carpeta, about [link-to-folder]
  consejo: Ponga aquí los archivos mismos: detrás de un enlace se leerían dos veces, o sin fin.
1 error
