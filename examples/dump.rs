use fascicle::diag::*; use std::path::Path;
fn walk(root:&Path,dir:&Path,out:&mut Vec<Source>){ for e in std::fs::read_dir(dir).unwrap(){let p=e.unwrap().path(); if p.is_dir(){walk(root,&p,out)} else {out.push(Source{path:p.strip_prefix(root).unwrap().to_str().unwrap().into(),text:std::fs::read_to_string(&p).unwrap(),not_utf8_at:None})}}}
fn main(){ let root=std::env::args().nth(1).unwrap(); let root=Path::new(&root); let mut files=vec![]; walk(root,root,&mut files); files.sort_by(|a,b|a.path.cmp(&b.path));
 let s=Sources{root:"content".into(),files};
 let (d,mut f)=fascicle::parse::parse(&s); let c=fascicle::check::check(&d,&["gimbe"],&mut f);
 for x in &f { let t=s.get(x.at.file); println!("{:?} {} {:?}: {} | {} | {}",x.code,t.path,&t.text[x.at.start as usize..x.at.end as usize],x.message,x.label,x.hint);}
 if f.is_empty(){ let r=fascicle::resolve::resolve(&c.unwrap()); println!("{:#?}",r);} }
