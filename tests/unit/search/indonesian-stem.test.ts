import { expect, test } from 'vitest'
import { indonesianStem } from '@/search/analysis/indonesian-stem'

test.each([
  ['terjemah', 'menerjemahkan diterjemahkan terjemahan penerjemah penerjemahan menerjemahkannya'],
  ['tulis', 'penulis tulisan menulis ditulis tertulis penulisan'],
  ['terbit', 'penerbitan menerbitkan diterbitkan penerbit terbitan'],
  ['terima', 'penerimaan menerima diterima penerima'],
  ['kirim', 'mengirim pengiriman dikirim kiriman kirimkanlah'],
  ['ubah', 'perubahan mengubah berubah diubah pengubahan'],
  ['simpan', 'penyimpanan menyimpan disimpan tersimpan'],
  ['jalan', 'perjalanan berjalan menjalankan dijalankan jalannya'],
  ['ajar', 'pembelajaran belajar pelajar mempelajari pelajaran mengajar pengajar'],
  ['pakai', 'memakai dipakai pemakaian terpakai'],
  ['dana', 'pendanaan mendanai didanai'],
  ['kerja', 'bekerja pekerja pekerjaan dikerjakan mengerjakan'],
  ['program', 'pemrograman memprogram diprogram'],
  ['percaya', 'kepercayaan mempercayai dipercaya terpercaya'],
  ['tahu', 'mengetahui pengetahuan diketahui'],
  ['desentralisasi', 'terdesentralisasi mendesentralisasi'],
])('the forms of %s are looked up as one word', (root, forms) => {
  expect(new Set(forms.split(' ').map(indonesianStem))).toEqual(new Set([indonesianStem(root)]))
})

test.each([
  ['masa', 'masalah'],
  ['makan', 'malam'],
  ['bulan', 'bulat'],
  ['kopi', 'kota'],
  ['teman', 'taman'],
  ['penulis', 'lukis'],
])('%s and %s stay two words', (one, other) => {
  expect(indonesianStem(one)).not.toBe(indonesianStem(other))
})

test('what is no Indonesian word is left as it is', () => {
  expect(['gpt4', '2024', 'été', ''].map(indonesianStem)).toEqual(['gpt4', '2024', 'été', ''])
})
