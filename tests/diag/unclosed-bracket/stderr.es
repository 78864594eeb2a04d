content/agreements/2024/bdt-2024-017.yaml:8:11: error: «[» no se cierra nunca [unclosed-bracket]
    8 | partners: [unicef, gsma
      |           ^
  consejo: Ciérrelo con «]».
1 error
