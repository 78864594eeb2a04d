content/partners: error: falta lo siguiente: un archivo de socio en esta carpeta [no-partners]
  consejo: Cada socio que nombra un acuerdo tiene un archivo aquí, como unicef.yaml.
1 error
