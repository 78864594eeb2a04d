content/documents/d25/document.yaml:2:8: advertencia: no hay nada registrado de 2020-2021, de modo que no se conoce el total de 2019-2023 [years-not-on-file]
    2 | years: 2019-2023
      |        ^~~~~~~~~
  consejo: Se muestra como no disponible, que no es cero. Registre los acuerdos o un historial del año, o elija otros años.
content/pages/about/en.md:5:8: advertencia: no hay nada registrado de 2020-2021, de modo que no se conoce el total de 2019-2022 [years-not-on-file]
    5 | years: 2019-2022
      |        ^~~~~~~~~
  consejo: Se muestra como no disponible, que no es cero. Registre los acuerdos o un historial del año, o elija otros años.
content/pages/about/en.md:6:7: error: no hay clase (kind) de agreements-by-region con el nombre «pie» [unknown-show]
    6 | kind: pie
      |       ^~~
  consejo: Elija entre: multiples, stacked, grouped.
content/pages/about/en.md:11:7: error: no hay cifras de 2020 [bad-show]
   11 | year: 2020
      |       ^~~~
  consejo: Hay cifras de 2019, 2022-2024. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:16:7: advertencia: no hay nada registrado de 2020-2021, de modo que no se conoce el total de 2019-2024 [years-not-on-file]
   16 | year: 2019-2024
      |       ^~~~~~~~~
  consejo: Se muestra como no disponible, que no es cero. Registre los acuerdos o un historial del año, o elija otros años.
content/pages/about/en.md:17:1: error: «group» no va con «by-region» [bad-show]
   17 | group: a
      | ^~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:22:7: advertencia: no hay nada registrado de 2020-2021, de modo que no se conoce el total de 2020-2022 [years-not-on-file]
   22 | year: 2020-2022
      |       ^~~~~~~~~
  consejo: Se muestra como no disponible, que no es cero. Registre los acuerdos o un historial del año, o elija otros años.
content/pages/about/en.md:22:7: error: no se sabe qué socios firmaron en 2020 [bad-show]
   22 | year: 2020-2022
      |       ^~~~~~~~~
  consejo: Un historial dice cuánto se firmó, no con quién. Los socios se conocen para 2022, 2024. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
4 errores, 4 advertencias
