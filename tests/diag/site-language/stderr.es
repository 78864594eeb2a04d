content/documents/d24/document.yaml:9:17: advertencia: el sitio no se hace en «ar», de modo que no habrá documento en esa lengua [site-language]
    9 | languages: [en, ar]
      |                 ^~
  consejo: Añádala a languages en site.yaml, o quítela de aquí.
1 advertencia
