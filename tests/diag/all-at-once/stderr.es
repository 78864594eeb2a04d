content/agreements/2022/bdt-2022-004.yaml:1:1: error: esta línea está sangrada con un tabulador [tab-indentation]
    1 | 	id: bdt-2022-004
      | ^
  consejo: Sangre solo con espacios, dos por nivel.
content/agreements/2024/bdt-2024-017.yaml:6:11: error: «01.06.2024» no es una fecha [bad-date]
    6 | in_force: 01.06.2024
      |           ^~~~~~~~~~
  consejo: ¿quería decir 2024-06-01? Las fechas se escriben año-mes-día, como 2024-05-14.
content/agreements/2024/bdt-2024-017.yaml:8:20: error: socio desconocido «gmsa» [unknown-partner]
    8 | partners: [unicef, gmsa]
      |                    ^~~~
  consejo: ¿quería decir «gsma» (gsma)? Los socios son archivos de content/partners/
content/agreements/2024/bdt-2024-017.yaml:14:17: error: país desconocido «Norway» [unknown-country]
   14 | countries: [KE, Norway]
      |                 ^~~~~~
  consejo: ¿quería decir «NO» (Norway)? Los países son códigos ISO 3166-1 de dos letras, como KE o NO.
content/partners/gsma.yaml:2:10: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | name: GSM:  Association
      |          ^
  consejo: Escriba "GSM:  Association". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
content/partners/unicef.yaml:4:1: error: clave desconocida «tpye» [unknown-key]
    4 | tpye: united-nations
      | ^~~~
  consejo: ¿quería decir «type» (qué es: un identificador de vocabulary/partner-types.yaml)?
6 errores
