/**
 * Switch and cable counts as published: DGX SuperPOD reference architectures (H100
 * RA-11333-001 tables 3-4, B200, B300 RA-11337-001 and RA-11339-001), InferenceX-app
 * pods, and one third-party rail-planar design (last row).
 */
export const publishedFabrics =
  `case,su_count,node_count,gpu_count,logical_radix,leaf,spine,core,node_leaf_cables,leaf_spine_cables,spine_core_cables,design_endpoints,note
DGX H100 SuperPOD (Table 4),1,31,248,64,8,4,,252,256,,256,one node removed for UFM
DGX H100 SuperPOD (Table 4),2,63,504,64,16,8,,508,512,,512,one node removed for UFM
DGX H100 SuperPOD (Table 4),4,127,1016,64,32,16,,1020,1024,,1024,one node removed for UFM
DGX B200 SuperPOD,2,64,512,64,16,8,,512,512,,512,
DGX H100 SuperPOD (Table 3),4,128,1024,64,32,16,,1024,1024,,1024,
DGX B200 SuperPOD,8,256,2048,64,64,32,,2048,2048,,2048,
DGX B200 SuperPOD,16,512,4096,64,128,128,64,4096,4096,4096,4096,
DGX H100 SuperPOD (Table 3),16,512,4096,64,128,128,64,4096,4096,4096,4096,
DGX H100 SuperPOD (Table 3),32,1024,8192,64,256,256,128,8192,8192,8192,8192,
DGX B200 SuperPOD,64,2048,16384,64,512,512,256,16384,16384,16384,16384,
DGX B300 SuperPOD Spectrum-4 SN5600,1,64,512,64,16,8,,512,512,,512,
DGX B300 SuperPOD Spectrum-4 SN5600,2,128,1024,64,32,16,,1024,1024,,1024,
DGX B300 SuperPOD Spectrum-4 SN5600,8,512,4096,64,128,64,,4096,4096,,4096,
DGX B300 SuperPOD Spectrum-4 SN5600,16,1024,8192,64,256,128,,8192,8192,,8192,
DGX B300 SuperPOD Quantum-X800 Q3400,2,144,1152,144,16,8,,1152,1152,,1152,
DGX B300 SuperPOD Quantum-X800 Q3400,4,288,2304,144,32,18,,2304,2304,,2304,
DGX B300 SuperPOD Quantum-X800 Q3400,18,1296,10368,144,144,72,,10368,10368,,10368,
InferenceX H100/H200 pod,1,32,256,64,8,4,,256,256,,256,
InferenceX B300 pod (SN5600),1,32,256,64,8,4,,256,256,,256,
Third-party B300 XDR design with rail-planar spines,12,864,6912,144,96,48,,6912,6912,,6912,rule applied per rail plane
`;

/** The rows as cells by column. */
export function readPublished(): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = publishedFabrics.trim().split('\n');
  const columns = head.split(',');
  return lines.map(
    (line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])),
  );
}
