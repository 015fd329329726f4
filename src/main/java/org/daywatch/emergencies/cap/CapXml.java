package org.daywatch.emergencies.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML in and out, with nothing fetched and nothing expanded: a document type is refused before it is read. */
final class CapXml {

    /** A message with a photo in it is a few hundred kilobytes. */
    static final int LARGEST = 4 * 1024 * 1024;

    private CapXml() {}

    static Document read(byte[] bytes) throws CapUnreadable {
        if (bytes.length > LARGEST)
            throw new CapUnreadable("it has " + bytes.length + " bytes, and " + LARGEST
                    + " are the most. Refer to large resources by their uri.");
        try {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            String why = e.getMessage().contains("DOCTYPE")
                    ? "it has a document type (DOCTYPE), which is never read. Remove it."
                    : "it is not well-formed XML: " + e.getMessage();
            throw new CapUnreadable("line " + e.getLineNumber() + ": " + why);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new CapUnreadable("it cannot be read as XML: " + e.getMessage());
        }
    }

    static Document empty() {
        try {
            return factory().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    static String write(Document document) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema that OASIS publishes with the standard, unchanged; NOTICE holds its terms. */
    static byte[] standard() {
        try (var file = CapXml.class.getResourceAsStream("data/CAP-v1.2.xsd")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Against a schema's file. @throws CapUnreadable when the schema itself cannot be read */
    static List<CapFault> validate(Document document, byte[] schema) throws CapUnreadable {
        var found = new ArrayList<CapFault>();
        try {
            var schemas = SchemaFactory.newDefaultInstance();
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var validator = schemas.newSchema(new DOMSource(read(schema))).newValidator();
            validator.setErrorHandler(new Collecting(found));
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            throw new CapUnreadable("the schema cannot be used: " + e.getMessage());
        }
        return found;
    }

    static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element) found.add(element);
        return found;
    }

    private static class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static final class Collecting extends Strict {
        private final List<CapFault> found;

        Collecting(List<CapFault> found) {
            this.found = found;
        }

        @Override
        public void error(SAXParseException e) {
            found.add(new CapFault("SCHEMA", "alert", "", e.getMessage()));
        }
    }
}
