content/rates/gone.csv: error: esto es un enlace simbólico que no lleva a ninguna parte: nowhere.csv [link-broken]
  consejo: Ponga aquí el archivo mismo, o elimine el enlace.
1 error
