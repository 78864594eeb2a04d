content/partners/gsma.yaml:2:19: error: este texto no está en UTF-8 [bad-utf8]
    2 | name: GSM Asociaci�n
      |                   ^
  consejo: Guarde el archivo con la codificación UTF-8.
1 error
