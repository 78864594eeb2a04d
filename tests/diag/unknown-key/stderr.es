content/agreements/2024/bdt-2024-017.yaml:5:1: error: clave desconocida «sigend» [unknown-key]
    5 | sigend: 2024-05-14
      | ^~~~~~
  consejo: ¿quería decir «signed» (el día en que se firmó)?
content/partners/gsma.yaml:6:1: error: clave desconocida «telephone» [unknown-key]
    6 | telephone: "+44 20"
      | ^~~~~~~~~
  consejo: un socio: las claves son id, name, short, former_names, type, membership, country, represented_by, gender, merged_into, merged_on, website, org_id, former_ids, sample.
content/site.yaml:7:3: error: clave desconocida «cyrillic» [unknown-key]
    7 |   cyrillic: [Carlito]
      |   ^~~~~~~~
  consejo: Las escrituras son latin (con el griego y el cirílico), arabic y cjk.
3 errores
