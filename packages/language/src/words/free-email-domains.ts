/** The built-in list `free_email_domains`: mail for everybody, so that an address there says nothing about a company. Part of the language version. */
export const freeEmailDomains: readonly string[] = `
126.com 163.com aim.com alice.it aol.com aol.de arcor.de att.net bellsouth.net bigpond.com bluewin.ch bol.com.br btinternet.com
centrum.cz charter.net comcast.net cox.net daum.net duck.com earthlink.net email.com fastmail.com fastmail.fm free.fr freemail.hu
freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com hotmail.co.uk hotmail.com hotmail.com.br
hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com ig.com.br inbox.com inbox.lv inbox.ru interia.pl juno.com laposte.net
libero.it list.ru live.ca live.co.uk live.com live.com.au live.de live.fr live.it live.nl lycos.com mac.com mail.com mail.de mail.ee
mail.ru mailbox.org me.com msn.com naver.com neuf.fr o2.pl onet.pl optonline.net optusnet.com.au orange.fr outlook.com outlook.com.br
outlook.de outlook.es outlook.fr outlook.it pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com
rocketmail.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com sohu.com sympatico.ca t-online.de talktalk.net
telenet.be terra.com.br tiscali.it tuta.com tutamail.com tutanota.com tutanota.de ukr.net uol.com.br verizon.net virgilio.it
virginmedia.com vodafone.it wanadoo.fr web.de windowslive.com wp.pl xtra.co.nz ya.ru yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp
yahoo.co.uk yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.de yahoo.es yahoo.fr yahoo.in yahoo.it yandex.com
yandex.ru yeah.net ymail.com zoho.com zohomail.com
`
  .trim()
  .split(/\s+/)
