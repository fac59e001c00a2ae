/** How calls are proved. */
export const STYLES: Record<string, string> = {
  apikey: '访问密钥（apikey）',
  tif: 'TIF 签名',
  csb: 'CSB 签名',
  sm2: 'SM2 签名（cainfo）',
  none: '不签名（限地址）',
}
