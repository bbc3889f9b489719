//! Pages as a PDF: each part is drawn, and told to readers of screens by a tag of its own.

use super::draw::{draw, words};
use super::{POINTS, begin, metadata, said};
use crate::scene::page::{At, Content, Document, Entry, Page, Part, Place, Role, Scope, Target, Words};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as PdfTarget};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{Point, Quadrilateral, Rect, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use std::collections::VecDeque;
use std::num::{NonZeroU16, NonZeroU32};

/// The whole file.
///
/// # Panics
/// Where the writer refuses something that any page may hold: a fault of ours.
pub(super) fn document(document: &Document) -> Vec<u8> {
    let mut pdf = begin();
    let mut tree = TagTree::new().with_lang(Some(document.lang.clone()));
    for (index, page) in document.pages.iter().enumerate() {
        write(&mut pdf, page, index, &mut tree);
    }
    pdf.set_tag_tree(tree);
    let mut outline = Outline::new();
    document.outline.iter().for_each(|entry| outline.push_child(line_of(entry)));
    pdf.set_outline(outline);
    pdf.set_metadata(metadata([&document.title, &document.description, &document.lang], &document.about));
    pdf.finish().unwrap_or_else(|error| panic!("pages are no sound PDF: {error:?}"))
}

fn line_of(entry: &Entry) -> OutlineNode {
    let mut node = OutlineNode::new(said(&entry.title), destination(entry.at)).with_open(true);
    entry.under.iter().for_each(|under| node.push_child(line_of(under)));
    node
}

fn destination(Place { page, y }: Place) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, (y * POINTS) as f32))
}

fn write(pdf: &mut krilla::Document, page: &Page, index: usize, tree: &mut TagTree) {
    let [width, height] = [page.width, page.height].map(|length| (length * POINTS) as f32);
    let mut settings = PageSettings::from_wh(width, height).expect("a page has a size");
    if let Some((before, number)) = &page.counted {
        let before = (!before.is_empty()).then(|| before.clone());
        let label = PageLabel::new(Some(NumberingStyle::Arabic), before, NonZeroU32::new(*number as u32));
        settings = settings.with_page_label(label);
    } else if index == 0 {
        settings = settings.with_page_label(PageLabel::new(Some(NumberingStyle::Arabic), None, NonZeroU32::new(1)));
    }
    let mut pdf_page = pdf.start_page_with(settings);

    // Links are made before anything is drawn, and met again in the same order.
    let mut links = VecDeque::new();
    let whole = At { scale: POINTS, ..At::HERE };
    for part in &page.parts {
        each_link(part, whole, &mut |annotation| links.push_back(pdf_page.add_tagged_annotation(annotation)));
    }
    let mut surface = pdf_page.surface();
    surface.push_transform(&Transform::from_scale(POINTS as f32, POINTS as f32));
    let mut writer = Writer { surface: &mut surface, links, page: index };
    for part in &page.parts {
        let nodes = writer.part(part, whole);
        match (part.continues, tree.children.last_mut()) {
            (true, Some(Node::Group(last))) => {
                nodes.into_iter().for_each(|node| {
                    if let Node::Group(group) = node {
                        last.children.extend(group.children)
                    }
                });
            }
            _ => tree.children.extend(nodes),
        }
    }
    surface.pop();
    surface.finish();
    pdf_page.finish();
}

/// The place of a part within another that stands at `place`: both moves and both scales together.
fn within(place: At, at: At) -> At {
    At { x: place.x + at.x * place.scale, y: place.y + at.y * place.scale, scale: place.scale * at.scale }
}

fn each_link(part: &Part, place: At, each: &mut impl FnMut(Annotation)) {
    let place = within(place, part.at);
    if let Role::Link(target, said) = &part.role
        && let Some(annotation) = link(part, target, said, place)
    {
        each(annotation);
    }
    for content in &part.content {
        if let Content::Part(part) = content {
            each_link(part, place, each);
        }
    }
}

fn link(part: &Part, target: &Target, alternative: &str, place: At) -> Option<Annotation> {
    let quads: Vec<Quadrilateral> = part.content.iter().filter_map(|content| quad(content, place)).collect();
    let target = match target {
        Target::Address(address) => PdfTarget::Action(Action::Link(LinkAction::new(address.clone()))),
        Target::Place(place) => PdfTarget::Destination(Destination::Xyz(destination(*place))),
    };
    let words = if alternative.is_empty() { part.text().trim().to_owned() } else { alternative.to_owned() };
    (!quads.is_empty())
        .then(|| Annotation::new_link(LinkAnnotation::new_with_quad_points(quads, target), Some(said(&words))))
}

/// The corners of words, in points: bottom left, bottom right, top right, top left.
fn quad(content: &Content, place: At) -> Option<Quadrilateral> {
    let Content::Words(Words { x, y, size, width, .. }) = content else { return None };
    let at = |x: f64, y: f64| Point::from_xy((place.x + x * place.scale) as f32, (place.y + y * place.scale) as f32);
    let (top, bottom) = (y - size * 0.9, y + size * 0.3);
    Some(Quadrilateral([at(*x, bottom), at(x + width, bottom), at(x + width, top), at(*x, top)]))
}

/// Draws the parts of one page.
struct Writer<'w, 's> {
    surface: &'w mut Surface<'s>,
    links: VecDeque<Identifier>,
    page: usize,
}

/// What is drawn under one mark of the page.
#[derive(PartialEq)]
enum Kind {
    Words,
    Ornament,
    Drawing,
}

impl Writer<'_, '_> {
    /// Draws a part; returns its nodes in the tree of tags, which are none where nothing of it is read.
    fn part(&mut self, part: &Part, place: At) -> Vec<Node> {
        let place = within(place, part.at);
        let moved = part.at != At::HERE;
        if moved {
            let At { x, y, scale } = part.at;
            let at = Transform::from_row(scale as f32, 0.0, 0.0, scale as f32, x as f32, y as f32);
            self.surface.push_transform(&at);
        }
        let nodes = match &part.role {
            Role::Ornament => {
                let kind = ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther));
                self.surface.start_tagged(kind);
                self.unread(part);
                self.surface.end_tagged();
                Vec::new()
            }
            role => {
                let mut group = TagGroup::new(tag(role, self.page, place));
                group.tag.set_lang(part.lang.clone());
                self.content(part, place, &mut group);
                if let Role::Link(..) = role
                    && part.content.iter().any(|content| quad(content, place).is_some())
                {
                    group.children.extend(self.links.pop_front().map(Node::from));
                }
                vec![group.into()]
            }
        };
        if moved {
            self.surface.pop();
        }
        nodes
    }

    fn content(&mut self, part: &Part, place: At, group: &mut TagGroup) {
        let kind = |content: &Content| match content {
            Content::Words(_) => Some(Kind::Words),
            Content::Ornament(_) => Some(Kind::Ornament),
            Content::Drawing(_) => Some(Kind::Drawing),
            Content::Part(_) => None,
        };
        for alike in part.content.chunk_by(|one, next| kind(one).is_some() && kind(one) == kind(next)) {
            let tag = match (kind(&alike[0]), &part.role) {
                (None, _) => {
                    for content in alike {
                        if let Content::Part(part) = content {
                            let nodes = self.part(part, place);
                            group.children.extend(nodes);
                        }
                    }
                    continue;
                }
                (Some(Kind::Ornament), _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                (Some(Kind::Words), _) => ContentTag::Span(SpanTag::empty()),
                // A mark that is drawn before an item is read as the sign it stands for.
                (Some(Kind::Drawing), Role::Label) => ContentTag::Span(SpanTag::empty().with_actual_text(Some("•"))),
                (Some(Kind::Drawing), _) => ContentTag::Other,
            };
            let is_read = !matches!(tag, ContentTag::Artifact(_));
            let content = self.surface.start_tagged(tag);
            alike.iter().for_each(|content| self.draw(content));
            self.surface.end_tagged();
            if is_read {
                group.push(content);
            }
        }
    }

    /// Draws all of a part that nobody reads.
    fn unread(&mut self, part: &Part) {
        for content in &part.content {
            match content {
                Content::Part(part) => self.unread(part),
                content => self.draw(content),
            }
        }
    }

    fn draw(&mut self, content: &Content) {
        match content {
            Content::Words(line) => words(self.surface, line),
            Content::Ornament(node) => draw(self.surface, node),
            Content::Drawing(nodes) => nodes.iter().for_each(|node| draw(self.surface, node)),
            Content::Part(_) => {}
        }
    }
}

/// The tag of a part. At `place` its lengths become points of the page.
fn tag(role: &Role, page: usize, place: At) -> TagKind {
    match role {
        Role::Ornament | Role::Section => Tag::Section.into(),
        Role::Heading(level, title) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(said(title))).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Aside => Tag::Div.into(),
        Role::List(true) => Tag::L(ListNumbering::Decimal).into(),
        Role::List(false) => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell(Scope::Column) => Tag::TH(TableHeaderScope::Column).into(),
        Role::HeadCell(Scope::Row) => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure { alternative, size: (width, height) } => {
            let [width, height] = [width, height].map(|length| (length * place.scale) as f32);
            let bounds = Rect::from_xywh(place.x as f32, place.y as f32, width, height);
            Tag::Figure(Some(said(alternative))).with_bbox(bounds.map(|bounds| BBox::new(page, bounds))).into()
        }
        Role::Caption => Tag::Caption.into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsLine => Tag::TOCI.into(),
        Role::Link(..) => Tag::Link.into(),
    }
}
