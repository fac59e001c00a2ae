package org.tongchou.platform.enrolment.act;

/** What was filled in for an act: a record whose fields {@link FormLines} can tell people. */
public sealed interface Form
        permits Forms.Register,
                Forms.Newborn,
                Forms.Change,
                Forms.Enrol,
                Forms.Switch,
                Forms.Suspend,
                Forms.Resume,
                Forms.Retire,
                Forms.Death,
                Forms.TransferIn,
                Forms.TransferOut,
                Forms.Identity,
                Forms.IdentityEnd,
                Forms.Merge,
                Forms.EmployerForm,
                Forms.Undo {}
