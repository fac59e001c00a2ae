package org.tongchou.platform.gateway.access;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.gateway.access.KeyMaker.Keys;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Grants, changes, closes and reopens access. Keys are made here and told once. */
@Service
@Transactional
class AccessDesk {
    private static final Keys UNCHANGED = new Keys("", "", "", "");
    private static final int LONGEST = 200;

    private final Accesses accesses;
    private final AccessList list;
    private final KeyMaker keys;

    AccessDesk(Accesses accesses, AccessList list, KeyMaker keys) {
        this.accesses = accesses;
        this.list = list;
        this.keys = keys;
    }

    /**
     * An access after an act.
     *
     * @param access how it is now
     * @param keys keys that were made by the act, told this once; empty texts for those that stay
     */
    record Granted(AccessView access, Keys keys) {}

    Granted grant(Actor actor, String institution, AccessRequest request) {
        request.check();
        String code = list.designated(actor, institution).code();
        if (accesses.known(code).isPresent()) {
            throw Refusal.conflict("E-GWY-102", "机构 " + code + " 已经登记过接入，请修改或恢复");
        }
        return write(actor, code, request, fresh(code, request), AccessAct.GRANT, true);
    }

    /** Agrees something anew; keys are made anew only when the style changes. */
    Granted change(Actor actor, String institution, AccessRequest request) {
        request.check();
        Access before = held(actor, institution, request);
        boolean same = before.style().equals(request.style());
        Keys made = same ? kept(before, request) : fresh(institution, request);
        Granted granted = write(actor, institution, request, made, AccessAct.CHANGE, before.open());
        return same
                ? new Granted(
                        granted.access(), new Keys("", "", "", before.cipher().isEmpty() ? made.cipher() : ""))
                : granted;
    }

    private Keys kept(Access before, AccessRequest request) {
        String key = Given.text(request.publicKey());
        boolean ciphered = Boolean.TRUE.equals(request.ciphered());
        String cipher = !ciphered
                ? ""
                : before.cipher().isEmpty()
                        ? keys.make(before.institution(), "none", "", true).cipher()
                        : before.cipher();
        return new Keys(before.keyId(), before.secret(), key.isEmpty() ? before.publicKey() : key, cipher);
    }

    /** Makes new keys; the old ones prove nothing from this moment. */
    Granted rotate(Actor actor, String institution, AccessRequest request) {
        Access before = held(actor, institution, request);
        if (before.style().equals("none") && before.cipher().isEmpty()) {
            throw Refusal.conflict("E-GWY-107", "机构 " + institution + " 不签名也不加密，没有可更换的密钥");
        }
        Keys made = keys.make(
                institution,
                before.style(),
                Given.text(request.publicKey()),
                !before.cipher().isEmpty());
        Access after = new Access(
                institution,
                before.style(),
                made.keyId(),
                before.style().equals("sm2") ? "" : made.secret(),
                made.publicKey(),
                made.cipher(),
                before.numbersAsText(),
                before.signInRequired(),
                before.addresses(),
                before.open());
        accesses.write(actor, after, AccessAct.ROTATE, reason(request));
        return new Granted(list.get(actor, institution), made);
    }

    Granted close(Actor actor, String institution, AccessRequest request) {
        return open(actor, institution, request, false);
    }

    Granted reopen(Actor actor, String institution, AccessRequest request) {
        list.designated(actor, institution);
        return open(actor, institution, request, true);
    }

    private Granted open(Actor actor, String institution, AccessRequest request, boolean open) {
        Access before = held(actor, institution, request);
        if (before.open() == open) {
            throw Refusal.conflict("E-GWY-108", "机构 " + institution + " 的接入" + (open ? "没有停用" : "已经停用"));
        }
        Access after = new Access(
                institution,
                before.style(),
                before.keyId(),
                before.secret(),
                before.publicKey(),
                before.cipher(),
                before.numbersAsText(),
                before.signInRequired(),
                before.addresses(),
                open);
        accesses.write(actor, after, open ? AccessAct.REOPEN : AccessAct.CLOSE, reason(request));
        return new Granted(list.get(actor, institution), UNCHANGED);
    }

    private static String reason(AccessRequest request) {
        return Given.requiredLine("原因", request.reason(), LONGEST);
    }

    private Keys fresh(String institution, AccessRequest request) {
        return keys.make(
                institution,
                Given.text(request.style()),
                Given.text(request.publicKey()),
                Boolean.TRUE.equals(request.ciphered()));
    }

    private Granted write(
            Actor actor, String institution, AccessRequest request, Keys made, AccessAct act, boolean open) {
        accesses.write(actor, request.with(institution, made, open), act, Given.text(request.reason()));
        return new Granted(list.get(actor, institution), made);
    }

    /** The access as it was seen; refuses when somebody was faster. */
    private Access held(Actor actor, String institution, AccessRequest request) {
        accesses.hold(institution);
        AccessView seen = list.get(actor, institution);
        if (seen.version() != Given.required("版本", request.version())) {
            throw Refusal.changedMeanwhile(
                    "机构 " + institution + " 的接入",
                    seen.changedName(),
                    seen.changedAt().toLocalDateTime().toString());
        }
        return accesses.known(institution).orElseThrow(() -> Refusal.notFound("接口接入"));
    }
}
