export { GET } from '@/security/set-up-link'
