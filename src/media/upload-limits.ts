/** The types of pictures that may be uploaded. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']

/** The most bytes of an uploaded picture. */
export const largestUpload = 20 * 1024 * 1024
