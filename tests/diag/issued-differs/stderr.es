content/published/d25.yaml:2:9: advertencia: esto dice que se publicó por primera vez el 2025-05-02; content/documents/d25/document.yaml dice 2025-04-01 [issued-differs]
    2 | issued: 2025-05-02
      |         ^~~~~~~~~~
  consejo: Corrija uno de los dos. El día de una revisión va en su entrada de revisions.
1 advertencia
