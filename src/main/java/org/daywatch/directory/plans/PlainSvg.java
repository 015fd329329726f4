package org.daywatch.directory.plans;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.pictures.CleanPicture;

/**
 * A drawing written anew from the elements, attributes and styles that are known to draw. An element that is not known
 * is named and refused; what programs note beside a drawing (who made it, with what) is left out, and pictures in it
 * are drawn anew.
 */
final class PlainSvg {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String NOTES = "metadata";

    private static final Set<String> ELEMENTS = words(
            "svg g defs symbol use switch title desc text tspan textPath path rect"
                    + " circle ellipse line polyline polygon image linearGradient radialGradient stop clipPath mask pattern"
                    + " marker style");
    private static final Set<String> LOOKS = words("fill fill-opacity fill-rule stroke stroke-width stroke-opacity"
            + " stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display"
            + " visibility overflow clip-path clip-rule mask marker marker-start marker-mid marker-end paint-order"
            + " vector-effect shape-rendering text-rendering image-rendering color-rendering color-interpolation"
            + " font font-family font-size font-size-adjust font-style font-weight font-variant font-stretch"
            + " text-anchor text-align text-decoration text-transform dominant-baseline alignment-baseline"
            + " baseline-shift letter-spacing word-spacing line-height writing-mode white-space direction"
            + " stop-color stop-opacity isolation mix-blend-mode transform transform-origin");
    private static final Set<String> PLACES = words("id class x y x1 y1 x2 y2 cx cy r rx ry dx dy fx fy fr width height"
            + " d points rotate textLength lengthAdjust startOffset method spacing side pathLength offset viewBox"
            + " preserveAspectRatio gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits"
            + " patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY"
            + " orient version type");

    private static final Pattern CALL = Pattern.compile("([\\w-]*)\\s*\\(\\s*[\"']?(.?)");
    private static final Set<String> CALLS = words("rgb rgba hsl hsla matrix translate scale rotate skewX skewY");
    private static final Pattern HERE = Pattern.compile("#[\\p{L}\\p{N}_.:-]{1,200}");
    private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\\s]+)");
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
    private static final Pattern SELECTOR = Pattern.compile("[\\p{L}\\p{N}\\s.#,*>:_-]{1,2000}");

    private final XMLStreamReader from;
    private final XMLStreamWriter to;

    private PlainSvg(XMLStreamReader from, XMLStreamWriter to) {
        this.from = from;
        this.to = to;
    }

    /** @throws InvalidInput naming what is more than drawing, or that this is no drawing */
    static byte[] of(byte[] file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var drawn = new ByteArrayOutputStream(file.length);
        try {
            var from = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            var to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(drawn, StandardCharsets.UTF_8.name());
            new PlainSvg(from, to).draw();
            to.flush();
        } catch (XMLStreamException broken) {
            throw new InvalidInput("file", "", "siteplans.error.kind");
        }
        return drawn.toByteArray();
    }

    private void draw() throws XMLStreamException {
        boolean root = true;
        boolean style = false;
        while (from.hasNext()) {
            switch (from.next()) {
                case XMLStreamConstants.DTD -> throw more("!DOCTYPE");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw more("&" + from.getLocalName());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (root && !(SVG.equals(from.getNamespaceURI()) && from.getLocalName().equals("svg")))
                        throw new InvalidInput("file", "", "siteplans.error.kind");
                    if (note()) {
                        skip();
                        continue;
                    }
                    if (!ELEMENTS.contains(from.getLocalName())) throw more(from.getLocalName());
                    style = from.getLocalName().equals("style");
                    begin(root);
                    root = false;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    to.writeEndElement();
                    style = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
                    to.writeCharacters(style ? rules(from.getText()) : from.getText());
                default -> {} // comments, and what is meant for other programs
            }
        }
    }

    private boolean note() {
        return !SVG.equals(from.getNamespaceURI()) || from.getLocalName().equals(NOTES);
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = from.next();
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    private void begin(boolean root) throws XMLStreamException {
        to.writeStartElement(from.getLocalName());
        if (root) to.writeDefaultNamespace(SVG);
        for (int i = 0; i < from.getAttributeCount(); i++) {
            String space = from.getAttributeNamespace(i) == null ? "" : from.getAttributeNamespace(i);
            String name = from.getAttributeLocalName(i);
            String value = from.getAttributeValue(i);
            if (space.isEmpty() && name.startsWith("on")) throw more(name);
            if (name.equals("href") && (space.isEmpty() || space.equals(XLINK))) to.writeAttribute(name, link(value));
            else if (!space.isEmpty()) continue;
            else if (name.equals("style")) to.writeAttribute(name, looks(value));
            else if (LOOKS.contains(name) || PLACES.contains(name)) to.writeAttribute(name, plain(value));
        }
    }

    private static String link(String value) {
        if (HERE.matcher(value).matches()) return value;
        var picture = PICTURE.matcher(value);
        if (!picture.matches()) throw more(value);
        var clean = CleanPicture.of(Base64.getMimeDecoder().decode(picture.group(1)), "file",
                CleanPicture.LONGEST_PLAN);
        return "data:" + clean.mediaType() + ";base64," + Base64.getEncoder().encodeToString(clean.bytes());
    }

    /** The rules of a style sheet that say how something looks. */
    private static String rules(String sheet) {
        String said = sheet.replaceAll("(?s)/\\*.*?\\*/", " ");
        if (said.contains("@")) throw more(said.substring(said.indexOf('@')));
        var kept = new StringBuilder();
        for (var rule = RULE.matcher(said); rule.find();) {
            if (!SELECTOR.matcher(rule.group(1)).matches()) throw more(rule.group(1).strip());
            kept.append(rule.group(1)).append('{').append(looks(rule.group(2))).append('}');
        }
        return kept.toString();
    }

    private static String looks(String declarations) {
        return Arrays.stream(plain(declarations).split(";")).map(String::strip)
                .filter(one -> one.indexOf(':') > 0 && LOOKS.contains(one.substring(0, one.indexOf(':')).strip()))
                .collect(Collectors.joining(";"));
    }

    /** What is called for in a value lies in the drawing itself. */
    private static String plain(String value) {
        if (value.contains("\\")) throw more(value);
        for (var call = CALL.matcher(value); call.find();) {
            boolean inside = call.group(1).equals("url") && call.group(2).equals("#");
            if (!inside && !CALLS.contains(call.group(1))) throw more(value);
        }
        return value;
    }

    private static InvalidInput more(String what) {
        return new InvalidInput("file", what.strip(), "siteplans.error.svg");
    }

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }
}
