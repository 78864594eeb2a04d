content/agreements/2024/bdt-2024-017.yaml:8:11: error: «[» no se cierra nunca [unclosed-bracket]
    8 | partners: [unicef, gsma
      |           ^
  consejo: Ciérrelo con «]».
content/agreements/2024/bdt-2024-901.yaml:1:4: error: «[» no se cierra nunca [unclosed-bracket]
    1 | x: [
      |    ^
  consejo: Ciérrelo con «]».
content/agreements/2024/bdt-2024-902.yaml:1:10: error: «{» no se cierra nunca [unclosed-bracket]
    1 | columns: {
      |          ^
  consejo: Ciérrelo con «}».
content/agreements/2024/bdt-2024-903.yaml:1:11: error: «[» no se cierra nunca [unclosed-bracket]
    1 | partners: [
      |           ^
  consejo: Ciérrelo con «]».
content/agreements/2024/bdt-2024-904.yaml:1:11: error: «[» no se cierra nunca [unclosed-bracket]
    1 | partners: [
      |           ^
  consejo: Ciérrelo con «]».
content/agreements/2024/bdt-2024-905.yaml:1:8: error: «{» no se cierra nunca [unclosed-bracket]
    1 | title: {
      |        ^
  consejo: Ciérrelo con «}».
6 errores
