content/agreements/2024/passwords.yaml: error: esto es un enlace simbólico que sale de la carpeta content, hacia /etc/passwd [link-outside]
  consejo: Ponga aquí el archivo mismo: no se lee nada que esté en otro lugar.
content/stories: error: esto es un enlace simbólico que sale de la carpeta content, hacia ../.. [link-outside]
  consejo: Ponga aquí el archivo mismo: no se lee nada que esté en otro lugar.
2 errores
