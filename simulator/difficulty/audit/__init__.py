"""Audits: can signals be told from lawful consignments by anything but the evidence?"""
