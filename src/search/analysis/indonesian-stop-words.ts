/** Words that occur in every Indonesian text and do not tell its subject. */
export const indonesianStopWords: ReadonlySet<string> = new Set(
  `ada adalah adanya agar akan akankah aku anda antara apa apabila apakah apalagi asalkan atas atau ataukah ataupun bagai
  bagaikan bagaimana bagi bahkan bahwa banyak baru beberapa begini begitu belum berbagai berupa betapa biar bila bisa boleh
  bukan bukankah bukanlah cara cukup cuma dahulu dalam dan dapat dari daripada demi demikian dengan di dia dialah dimana dirinya
  dong dulu engkau enggak entah gimana hal hanya harus hingga ialah ini inikah inilah itu itukah itulah jadi jangan jika
  jikalau juga justru kah kalau kali kalian kami kamu kan kapan karena kau ke kecuali kemudian kenapa kepada ketika kita kok
  kurang lagi lah lain lainnya lalu lama lebih macam maka makin mampu mana manakah masih masing maupun melainkan
  melalui memang mengapa mereka merupakan meski meskipun mungkin namun nanti nah nya oleh pada padahal para pasti per pernah
  pula pun saat saja saling sambil sampai sana sang sangat saya se seakan sebab sebagai sebagaimana sebelum sebelumnya sebuah
  sedang sedangkan sedikit segala sehingga sejak sekali sekalipun sekarang seketika selagi selain selalu selama seluruh semakin
  sementara semua seorang seperti serta sering sesuatu sesudah setelah setiap si siapa siapakah sini sudah suatu supaya tak
  tanpa tapi telah tentang tentu tentunya terhadap tersebut tetapi tiap tidak tidakkah toh untuk walau walaupun wahai
  ya yaitu yakni yang`.split(/\s+/),
)
