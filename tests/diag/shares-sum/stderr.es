content/agreements/2024/bdt-2024-017.yaml:15:13: error: estos porcentajes suman 93.3, y no 100 [shares-sum]
   15 | priorities: {kap-digital-transformation: 60, kap-enabling-policy: 33.3}
      |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Corríjalos, o escriba una lista para partes iguales: [kap-digital-transformation, kap-enabling-policy].
1 error
