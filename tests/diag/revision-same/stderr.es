content/documents/d25/document.yaml:17:30: advertencia: 2024.agreements.count ya se imprimió antes como 1 [revision-same]
   17 |       2024.agreements.count: 1
      |                              ^
  consejo: Omítalo: una revisión nombra lo que cambió.
1 advertencia
