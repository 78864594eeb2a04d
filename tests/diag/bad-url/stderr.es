content/agreements/2024/bdt-2024-017.yaml:18:42: error: «example.org» no es una dirección web [bad-url]
   18 | links: [{label: {en: Project page}, url: "example.org"}, {label: {en: Plan}, url: "https://example.org/our plan.pdf"}]
      |                                          ^~~~~~~~~~~~~
  consejo: Una dirección empieza por https:// (o http://) y luego nombra el sitio, como https://www.example.org.
content/agreements/2024/bdt-2024-017.yaml:18:83: error: «https://example.org/our plan.pdf» no es una dirección web [bad-url]
   18 | links: [{label: {en: Project page}, url: "example.org"}, {label: {en: Plan}, url: "https://example.org/our plan.pdf"}]
      |                                                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Las direcciones no llevan espacios: escriba %20, como en «https://example.org/our%20plan.pdf».
content/partners/gsma.yaml:6:10: error: «https://gsma.com/?a=%22&b='&c=<x>» no es una dirección web [bad-url]
    6 | website: "https://gsma.com/?a=%22&b='&c=<x>"
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Las direcciones no llevan "<": escriba %3C, como en «https://gsma.com/?a=%22&b='&c=%3Cx%3E».
content/partners/unicef.yaml:6:10: error: «www.unicef.org» no es una dirección web [bad-url]
    6 | website: www.unicef.org
      |          ^~~~~~~~~~~~~~
  consejo: ¿quería decir «https://www.unicef.org»?
content/site.yaml:2:11: error: «https://x.example/partners/?q» no es una dirección web [bad-url]
    2 | base_url: "https://x.example/partners/?q"
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Se le añaden las rutas de las páginas, de modo que no lleva «?»: escriba «https://x.example/partners/».
5 errores
