/**
 * Roots that look as if they had a prefix or a suffix, while their real inflections lose another one. Without this list
 * `terima` and `penerimaan` would get different stems. We collected it ourselves; the rules cover everything else.
 */
export const indonesianRoots: ReadonlySet<string> = new Set(
  `belanja berani berita beritahu depan diri dingin istri jari kelola keluar keluarga kemuka kendali kerja
  ketik ketuk kirim kontribusi laci lahan mandiri masalah mati media meja menara menang mentah merah merdeka merek meski milik
  negeri nilai paman pasti peduli pelihara pelopor peluang pengaruh peluk peran perangkat percaya periksa perintah perlu pesan
  pesawat peta petani posisi prestasi rapi rencana saksi sedia sederhana segera sejahtera sejarah sekolah selenggara selesai
  selidik seluruh sembunyi semangat senjata seberang sepakat sesuai setia setuju siswa solusi suami teliti teman tentu tepi terampil
  terang terap terbang terbit teriak terima terjang terjemah terjun terowong tertawa tertib terus tiri transaksi variasi visi`.split(
    /\s+/,
  ),
)

/** Forms whose root no rule finds. */
export const irregularForms: ReadonlyMap<string, string> = new Map([
  ['belajar', 'ajar'],
  ['pelajar', 'ajar'],
  ['ketahu', 'tahu'],
  ['ketahui', 'tahu'],
  ['ngetahu', 'tahu'],
  ['peraya', 'raya'],
  ['caya', 'percaya'],
])

/** Roots that end in `ai` themselves, so that `-i` is no suffix: `memakai`, unlike `mendanai` from `dana`. */
export const rootEndingInAi =
  /(?:akai|apai|nilai|sampai|pandai|ramai|santai|sungai|balai|damai|gadai|pegawai|tangkai|lalai|rantai|partai|badai|lambai|intai|cerai|urai|andai)$/
