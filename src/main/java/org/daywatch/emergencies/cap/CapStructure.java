package org.daywatch.emergencies.cap;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Holds a document against {@link CapMessageShape} and names each place where it is of another shape. */
final class CapStructure {

    static final String SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    private final List<CapFault> found = new ArrayList<>();

    private CapStructure() {}

    static List<CapFault> check(Document document) {
        var structure = new CapStructure();
        var root = document.getDocumentElement();
        if (!"alert".equals(root.getLocalName()) || !CapMessage.NAMESPACE.equals(root.getNamespaceURI())) {
            return List.of(new CapFault("ROOT", root.getNodeName(),
                    root.getNamespaceURI() == null ? "" : root.getNamespaceURI(),
                    "The root must be alert in the namespace " + CapMessage.NAMESPACE + "."));
        }
        structure.check(root, CapMessageShape.ALERT, "alert");
        return structure.found;
    }

    private void check(Element parent, CapMessageShape shape, String path) {
        noTextBetween(parent, path);
        noAttributes(parent, path);
        int place = 0;
        int seen = 0;
        for (var child : CapXml.children(parent)) {
            if (shape == CapMessageShape.ALERT && SIGNATURE_NAMESPACE.equals(child.getNamespaceURI())) {
                missing(parent, shape, place, shape.parts.size(), path);
                place = shape.parts.size();
                continue;
            }
            int next = place(child, shape);
            if (next < 0) {
                found.add(new CapFault("UNKNOWN_ELEMENT", path + "/" + child.getNodeName(), text(child),
                        "CAP 1.2 has no such element here. Remove it, or write it as a parameter of info."));
                continue;
            }
            if (next < place) {
                found.add(new CapFault("SEQUENCE", path + "/" + child.getLocalName(), text(child),
                        "It stands too late. The order is " + order(shape) + "."));
                continue;
            }
            if (next > place) {
                missing(parent, shape, place, next, path);
                seen = 0;
            }
            place = next;
            var part = shape.parts.get(place);
            if (++seen > part.most())
                found.add(new CapFault("TWICE", path + "/" + part.name(), text(child),
                        "It may stand once only. Remove one."));
            content(child, part, path + "/" + part.name() + (part.most() > 1 ? "[" + seen + "]" : ""));
        }
        missing(parent, shape, place, shape.parts.size(), path);
    }

    private void content(Element element, CapMessageShape.Part part, String path) {
        if (part.text() == null) {
            check(element, part.shape(), path);
            return;
        }
        noAttributes(element, path);
        if (!CapXml.children(element).isEmpty()) {
            found.add(new CapFault("VALUE", path, text(element), "It holds text only. Remove the elements inside."));
            return;
        }
        String value = element.getTextContent();
        if (!part.text().pattern().matcher(part.text() == CapMessageShape.Text.ANY ? value : value.strip()).matches()
                || part.text() == CapMessageShape.Text.TIME && !isTime(value.strip())) {
            found.add(new CapFault("VALUE", path, value, "Write " + part.text().must() + "."));
        }
    }

    private static boolean isTime(String value) {
        try {
            CapReader.time(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Parts from the one at hand up to another that must stand and do not; what stands in the wrong place is named as
     * that.
     */
    private void missing(Element parent, CapMessageShape shape, int from, int to, String path) {
        var there = CapXml.children(parent).stream().map(Element::getLocalName).toList();
        for (int i = from; i < to; i++) {
            var part = shape.parts.get(i);
            if (there.contains(part.name())) continue;
            if (part.least() > 0)
                found.add(new CapFault("MISSING", path + "/" + part.name(), "",
                        "It must stand there. The order is " + order(shape) + "."));
        }
    }

    private static int place(Element child, CapMessageShape shape) {
        if (!CapMessage.NAMESPACE.equals(child.getNamespaceURI())) return -1;
        for (int i = 0; i < shape.parts.size(); i++)
            if (shape.parts.get(i).name().equals(child.getLocalName())) return i;
        return -1;
    }

    private static String order(CapMessageShape shape) {
        return String.join(", ", shape.parts.stream().map(CapMessageShape.Part::name).toList());
    }

    private void noTextBetween(Element parent, String path) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean text = child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE;
            if (text && !child.getTextContent().isBlank())
                found.add(new CapFault("LOOSE_TEXT", path, child.getTextContent().strip(),
                        "Put this text inside an element."));
        }
    }

    private void noAttributes(Element element, String path) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            String namespace = attribute.getNamespaceURI();
            boolean allowed = "http://www.w3.org/2000/xmlns/".equals(namespace)
                    || "http://www.w3.org/2001/XMLSchema-instance".equals(namespace);
            if (!allowed)
                found.add(new CapFault("ATTRIBUTE", path + "/@" + attribute.getNodeName(), attribute.getNodeValue(),
                        "CAP 1.2 has no attributes. Remove it."));
        }
    }

    private static String text(Element element) {
        return CapXml.children(element).isEmpty() ? element.getTextContent().strip() : "";
    }
}
