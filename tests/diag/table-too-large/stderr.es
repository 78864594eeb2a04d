content/pages/about/en.md:4:1: error: esta tabla tiene demasiadas celdas [table-too-large]
    4 | |-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Divídala, o revise su línea de guiones.
1 error
