content/agreements/2024/bdt-2024-018.yaml:1:5: nota: aquí faltan las regiones: este dinero se muestra como no asignado [addendum-unassigned]
    1 | id: bdt-2024-018
      |     ^~~~~~~~~~~~
  consejo: No se toman del acuerdo que modifica; repítalas aquí.
1 nota
