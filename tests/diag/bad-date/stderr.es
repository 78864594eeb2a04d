content/agreements/2024/bdt-2024-017.yaml:5:9: error: «14/05/2024» no es una fecha [bad-date]
    5 | signed: 14/05/2024
      |         ^~~~~~~~~~
  consejo: ¿quería decir 2024-05-14? Las fechas se escriben año-mes-día, como 2024-05-14.
content/agreements/2024/bdt-2024-017.yaml:6:11: error: «2024-02-30» no es una fecha: febrero de 2024 tiene 29 días [bad-date]
    6 | in_force: 2024-02-30
      |           ^~~~~~~~~~
  consejo: Las fechas se escriben año-mes-día, como 2024-05-14.
content/agreements/2024/bdt-2024-017.yaml:7:7: error: «31 mayo 2027» no es una fecha [bad-date]
    7 | ends: 31 mayo 2027
      |       ^~~~~~~~~~~~
  consejo: ¿quería decir 2027-05-31? Las fechas se escriben año-mes-día, como 2024-05-14.
3 errores
