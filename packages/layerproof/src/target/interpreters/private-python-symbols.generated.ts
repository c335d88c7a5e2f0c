// Written by scripts/interpreter-facts.ts; do not edit. From CPython 3.7.16, 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0.

/** The same of what begins with an underscore, which comes and goes. */
export const PRIVATE_PYTHON_SYMBOLS: Readonly<Record<string, string>> = {
  '7':
    '_PyCFunction_FastCallKeywords _PyCoreConfig_AsDict _PyCoreConfig_Clear _PyCoreConfig_Copy ' +
    '_PyCoreConfig_GetGlobalConfig _PyCoreConfig_Read _PyCoreConfig_SetGlobalConfig _PyEval_GetCoroutineWrapper ' +
    '_PyEval_SetCoroutineWrapper _PyFrame_Init _PyFunction_FastCallKeywords _PyMainInterpreterConfig_AsDict ' +
    '_PyMainInterpreterConfig_Clear _PyMainInterpreterConfig_Copy _PyMainInterpreterConfig_Read ' +
    '_PyMem_GetAllocatorsName _PyMethodDescr_FastCallKeywords _PyObject_FastCallKeywords _PyObject_GetBuiltin ' +
    '_PyObject_HasFastCall _PyPathConfig_Clear _PyPathConfig_ComputeArgv0 _PyPathConfig_Init _PyStack_AsTuple ' +
    '_PyStack_AsTupleSlice _PySys_AddWarnOptionWithError _PySys_AddXOptionWithError _PySys_BeginInit _PySys_EndInit ' +
    '_PyUnicode_DecodeUnicodeInternal _Py_Bytes _Py_CheckHashBasedPycsMode _Py_Ellipsis _Py_FatalInitError ' +
    '_Py_GetGlobalVariablesAsDict _Py_InitializeCore _Py_InitializeCore_impl _Py_InitializeFromConfig ' +
    '_Py_InitializeMainInterpreter _Py_Initialize_ReadEnvVarsNoAlloc _Py_M__importlib _Py_M__importlib_external ' +
    '_Py_NameConstant _Py_Num _Py_ReadHashSeed _Py_ReadyTypes _Py_ReleaseInternedUnicodeStrings _Py_Str ' +
    '_Py_UnixMain _Py_addarc _Py_addbit _Py_adddfa _Py_addfirstsets _Py_addlabel _Py_addstate _Py_center__doc__ ' +
    '_Py_delbitset _Py_expandtabs__doc__ _Py_findlabel _Py_freegrammar _Py_ljust__doc__ _Py_mergebitset ' +
    '_Py_meta_grammar _Py_newbitset _Py_newgrammar _Py_pgen _Py_rjust__doc__ _Py_samebitset _Py_translatelabels ' +
    '_Py_zfill__doc__',
  '8':
    '_PyBuiltins_AddExceptions _PyCode_InitOpcache _PyConfig_Copy _PyConfig_InitPathConfig _PyConfig_SetPyArgv ' +
    '_PyConfig_Write _PyConfig_WritePathConfig _PyErr_Init _PyErr_WriteUnraisableDefaultHook _PyEval_Fini ' +
    '_PyEval_ReInitThreads _PyInterpreterState_Get _PyNode_FinalizeEndPos _PyPathConfig_ComputeSysPath0 ' +
    '_PyPreCmdline_Clear _PyPreCmdline_Read _PyPreCmdline_SetArgv _PyPreCmdline_SetConfig _PyPreConfig_AsDict ' +
    '_PyPreConfig_GetConfig _PyPreConfig_InitFromConfig _PyPreConfig_InitFromPreConfig _PyPreConfig_Read ' +
    '_PyPreConfig_Write _PySignal_Init _PySys_ClearAuditHooks _PySys_Create _PySys_InitMain ' +
    '_PySys_ReadPreinitWarnOptions _PySys_ReadPreinitXOptions _PySys_SetPreliminaryStderr _PyThread_cond_after ' +
    '_PyThread_cond_init _PyTuple_FromArray _PyTypes_Init _PyUnicode_InitEncodings _PyWarnings_Fini ' +
    '_Py_ClearFileSystemEncoding _Py_DumpPathConfig _Py_FinishPendingCalls _Py_FunctionType ' +
    '_Py_M__importlib_bootstrap _Py_M__importlib_bootstrap_external _Py_M__zipimport _Py_NamedExpr ' +
    '_Py_SetFileSystemEncoding _Py_TypeIgnore',
  '9':
    '_PyGC_InitState _Py_bit_length',
  '10':
    '_PyType_GetModuleByDef',
  '11':
    '_PyThreadState_SetCurrent',
  '12':
    '_PyBufferWrapper_Type _PyErr_DisplayException _PyExc_CreateExceptionGroup _PyExc_PrepReraiseStar ' +
    '_PyException_AddNote _PyImport_CheckSubinterpIncompatibleExtensionAllowed _PyInterpreterState_HasFeature ' +
    '_PyObject_ClearManagedDict _PyObject_VisitManagedDict _PyThreadState_Bind _PyTime_FromMicrosecondsClamp ' +
    '_PyTraceMalloc_ClearTraces _PyTraceMalloc_GetMemory _PyTraceMalloc_GetObjectTraceback ' +
    '_PyTraceMalloc_GetTracebackLimit _PyTraceMalloc_GetTracedMemory _PyTraceMalloc_GetTraces ' +
    '_PyTraceMalloc_IsTracing _PyTraceMalloc_ResetPeak _PyTraceMalloc_Start _PyTraceMalloc_Stop _Py_AtExit',
  '13':
    '_PyBuffer_ReleaseInInterpreter _PyBuffer_ReleaseInInterpreterAndRawFree _PyCapsule_SetTraverse ' +
    '_PyCompile_CleanDoc _PyCompile_GetBinaryIntrinsicName _PyCompile_GetUnaryIntrinsicName _PyCompile_OpcodeHasArg ' +
    '_PyCompile_OpcodeHasConst _PyCompile_OpcodeHasExc _PyCompile_OpcodeHasFree _PyCompile_OpcodeHasJump ' +
    '_PyCompile_OpcodeHasLocal _PyCompile_OpcodeHasName _PyCompile_OpcodeIsValid _PyCriticalSection2_BeginSlow ' +
    '_PyCriticalSection_BeginSlow _PyCriticalSection_Resume _PyCriticalSection_SuspendAll ' +
    '_PyCrossInterpreterData_Free _PyCrossInterpreterData_New _PyDict_FromItems ' +
    '_PyDict_GetItemRef_KnownHash_LockHeld _PyDict_SetItem_KnownHash_LockHeld _PyDict_SetItem_Take2 ' +
    '_PyEvalFramePushAndInit _PyEval_BinaryOps _PyEval_CheckExceptStarTypeValid _PyEval_CheckExceptTypeValid ' +
    '_PyEval_ConversionFuncs _PyEval_ExceptionGroupMatch _PyEval_FormatAwaitableError _PyEval_FormatExcCheckArg ' +
    '_PyEval_FormatExcUnbound _PyEval_FormatKwargsError _PyEval_FrameClearAndPop _PyEval_MatchClass ' +
    '_PyEval_MatchKeys _PyEval_MonitorRaise _PyEval_UnpackIterable _PyEvent_IsSet _PyEvent_Notify ' +
    '_PyExc_IncompleteInputError _PyFloat_ExactDealloc _PyFunction_SetVersion _PyInstructionSequence_New ' +
    '_PyInterpreterConfig_AsDict _PyInterpreterConfig_InitFromDict _PyInterpreterConfig_InitFromState ' +
    '_PyInterpreterConfig_UpdateFromDict _PyInterpreterState_FailIfRunningMain _PyInterpreterState_GetWhence ' +
    '_PyInterpreterState_IsReady _PyInterpreterState_LookUpIDObject _PyInterpreterState_New ' +
    '_PyInterpreterState_ObjectToID _PyIntrinsics_BinaryFunctions _PyIntrinsics_UnaryFunctions ' +
    '_PyList_AppendTakeRefListResize _PyList_FromArraySteal _PyLong_Add _PyLong_Multiply _PyLong_Subtract ' +
    '_PyMonitoring_FireBranchEvent _PyMonitoring_FireCRaiseEvent _PyMonitoring_FireCReturnEvent ' +
    '_PyMonitoring_FireCallEvent _PyMonitoring_FireExceptionHandledEvent _PyMonitoring_FireJumpEvent ' +
    '_PyMonitoring_FireLineEvent _PyMonitoring_FirePyResumeEvent _PyMonitoring_FirePyReturnEvent ' +
    '_PyMonitoring_FirePyStartEvent _PyMonitoring_FirePyThrowEvent _PyMonitoring_FirePyUnwindEvent ' +
    '_PyMonitoring_FirePyYieldEvent _PyMonitoring_FireRaiseEvent _PyMonitoring_FireReraiseEvent ' +
    '_PyMonitoring_FireStopIterationEvent _PyObject_SetManagedDict _PyOnceFlag_CallOnceSlow _PyParkingLot_AfterFork ' +
    '_PyParkingLot_Park _PyParkingLot_Unpark _PyParkingLot_UnparkAll _PyRWMutex_Lock _PyRWMutex_RLock ' +
    '_PyRWMutex_RUnlock _PyRWMutex_Unlock _PyRecursiveMutex_IsLockedByCurrentThread _PyRecursiveMutex_Lock ' +
    '_PyRecursiveMutex_Unlock _PySemaphore_Destroy _PySemaphore_Init _PySemaphore_Wait _PySemaphore_Wakeup ' +
    '_PySeqLock_AbandonWrite _PySeqLock_AfterFork _PySeqLock_BeginRead _PySeqLock_EndRead _PySeqLock_LockWrite ' +
    '_PySeqLock_UnlockWrite _PySet_Contains _PySet_NextEntryRef _PyStaticType_InitForExtension _PySuper_Lookup ' +
    '_PyThreadState_NewBound _PyThreadState_PopFrame _PyTime_AsLong _PyTime_FromLong _PyTime_MonotonicWithInfo ' +
    '_PyTuple_FromArraySteal _PyType_GetModuleByDef2 _PyType_LookupRef _PyUnicode_AsUTF8NoNUL ' +
    '_PyUnicode_ExactDealloc _PyUnicode_InternImmortal _PyUnicode_InternInPlace _PyUnicode_InternMortal ' +
    '_PyUnion_Type _PyWeakref_IsDead _PyXI_ApplyCapturedException _PyXI_ApplyError _PyXI_ApplyNamespace ' +
    '_PyXI_ClearExcInfo _PyXI_EndInterpreter _PyXI_Enter _PyXI_ExcInfoAsObject _PyXI_Exit ' +
    '_PyXI_FillNamespaceFromDict _PyXI_FormatExcInfo _PyXI_FreeNamespace _PyXI_HasCapturedException ' +
    '_PyXI_InitExcInfo _PyXI_NamespaceFromNames _PyXI_NewInterpreter _Py_HandlePending _Py_IsValidFD _Py_MakeCoro ' +
    '_Py_ResurrectReference _Py_SetRefcnt _Py_union_type_or',
  '10 11':
    '_PyStructSequence_InitType',
  '10 11 12':
    '_PyDict_ContainsId _PyDict_Contains_KnownHash _PyRun_AnyFileObject _PyRun_InteractiveLoopObject ' +
    '_PyRun_SimpleFileObject _PyThread_CurrentExceptions _PyTrash_cond _PyUnicode_WideCharString_Converter ' +
    '_PyUnicode_WideCharString_Opt_Converter _Py_DumpExtensionModules _Py_FdIsInteractive _Py_GetLocaleEncoding ' +
    '_Py_GetLocaleEncodingObject',
  '10 11 12 13':
    '_PyAST_Compile _PyArena_AddPyObject _PyArena_Free _PyArena_Malloc _PyArena_New _PyConfig_AsDict ' +
    '_PyConfig_FromDict _PyErr_ProgramDecodedTextObject _PyImport_GetModuleAttr _PyImport_GetModuleAttrString ' +
    '_PyInterpreterState_GetConfigCopy _PyInterpreterState_SetConfig _PyLong_FileDescriptor_Converter ' +
    '_PyNumber_Index _Py_DecRef _Py_IncRef _Py_UTF8_Edit_Cost _Py_closerange',
  '11 12':
    '_PyCode_New _PyCode_Validate _PyDict_GetItemWithError _PyErr_GetHandledException _PyErr_SetHandledException ' +
    '_PyErr_StackItemToExcInfoTuple _PyModule_Add _PyObject_FastCall _PyObject_LookupSpecialId _PyTime_Add ' +
    '_PyTime_AsNanoseconds _PyTraceBack_Print_Indented _Py_WriteIndent _Py_WriteIndentedMargin',
  '11 12 13':
    '_PyArg_UnpackKeywordsWithVararg _PyBytes_Find _PyBytes_Repeat _PyBytes_ReverseFind _PyDeadline_Get ' +
    '_PyDeadline_Init _PyEval_GetBuiltin _PyFrame_IsEntryFrame _PyImport_FrozenBootstrap _PyImport_FrozenStdlib ' +
    '_PyImport_FrozenTest _PyObject_CallMethod _PyObject_GetState _PyStructSequence_NewType _PySys_GetAttr ' +
    '_PyTime_AsTimespec_clamp _PyTime_AsTimeval_clamp _PyUnicode_Equal _Py_FatalRefcountErrorFunc ' +
    '_Py_Get_Getpath_CodeObject _Py_UniversalNewlineFgetsWithSize _Py_normpath',
  '12 13':
    '_PyCompile_Assemble _PyCompile_CodeGen _PyCompile_OptimizeCfg _PyCrossInterpreterData_Clear ' +
    '_PyCrossInterpreterData_Init _PyCrossInterpreterData_InitWithSize _PyCrossInterpreterData_ReleaseAndRawFree ' +
    '_PyCrossInterpreterData_UnregisterClass _PyErr_ChainExceptions1 _PyErr_SetFromPyStatus ' +
    '_PyEval_MakePendingCalls _PyImport_ClearExtension _PyInterpreterState_IsRunningMain ' +
    '_PyInterpreterState_SetNotRunningMain _PyInterpreterState_SetRunningMain _PyLong_FromDigits ' +
    '_PyThreadState_GetCurrent _PyThreadState_New _PyToken_OneChar _PyToken_ThreeChars _PyToken_TwoChars ' +
    '_PyType_GetDict _Py_IsInterpreterFinalizing _Py_NewReferenceNoTotal _Py_hashtable_len _Py_trampoline_func_end ' +
    '_Py_trampoline_func_start',
  '7 8':
    '_PyAST_ExprAsUnicode _PyArg_Fini _PyAsyncGenValueWrapperNew _PyBuiltin_Init _PyCFunction_DebugMallocStats ' +
    '_PyCFunction_FastCallDict _PyContext_Fini _PyContext_Init _PyDictKeys_DecRef _PyDict_FromKeys _PyDict_KeysSize ' +
    '_PyDict_NewKeysForClass _PyDict_Pop_KnownHash _PyErr_WarnUnawaitedCoroutine _PyEval_FiniThreads ' +
    '_PyEval_Initialize _PyExc_Fini _PyExc_Init _PyFaulthandler_Fini _PyFaulthandler_Init _PyFileIO_closed ' +
    '_PyFloat_Init _PyFrame_New_NoTrack _PyFunction_FastCallDict _PyGC_Dump _PyGC_DumpShutdownStats _PyGC_Fini ' +
    '_PyGC_Initialize _PyGILState_Fini _PyGILState_Init _PyHamt_Assoc _PyHamt_Eq _PyHamt_Find _PyHamt_Fini ' +
    '_PyHamt_Init _PyHamt_Len _PyHamt_New _PyHamt_NewIterItems _PyHamt_NewIterKeys _PyHamt_NewIterValues ' +
    '_PyHamt_Without _PyHash_Fini _PyIOBase_check_closed _PyIOBase_check_readable _PyIOBase_check_seekable ' +
    '_PyIOBase_check_writable _PyIOBase_finalize _PyIO_Module _PyIO_empty_bytes _PyIO_empty_str ' +
    '_PyIO_find_line_ending _PyIO_get_locale_module _PyIO_get_module_state _PyIO_str_close _PyIO_str_closed ' +
    '_PyIO_str_decode _PyIO_str_encode _PyIO_str_fileno _PyIO_str_flush _PyIO_str_getstate _PyIO_str_isatty ' +
    '_PyIO_str_newlines _PyIO_str_nl _PyIO_str_peek _PyIO_str_read _PyIO_str_read1 _PyIO_str_readable ' +
    '_PyIO_str_readall _PyIO_str_readinto _PyIO_str_readline _PyIO_str_reset _PyIO_str_seek _PyIO_str_seekable ' +
    '_PyIO_str_setstate _PyIO_str_tell _PyIO_str_truncate _PyIO_str_writable _PyIO_str_write _PyIO_trap_eintr ' +
    '_PyImportHooks_Init _PyImportZip_Init _PyImport_AddModuleObject _PyImport_DynLoadFiletab _PyImport_FindBuiltin ' +
    '_PyImport_FindExtensionObjectEx _PyImport_FindSharedFuncptr _PyImport_Fini _PyImport_Fini2 _PyImport_Init ' +
    '_PyImport_Inittab _PyImport_LoadDynamicModuleWithSpec _PyImport_ReInitLock _PyIncrementalNewlineDecoder_decode ' +
    '_PyLong_Init _PyMem_DumpTraceback _PyMethodDef_RawFastCallDict _PyMethodDef_RawFastCallKeywords ' +
    '_PyMethod_DebugMallocStats _PyOS_GetOpt _PyOS_ResetGetOpt _PyOS_mystrnicmp_hack _PyOS_optarg _PyOS_opterr ' +
    '_PyOS_optind _PyObjectDict_SetItem _PyObject_FastCallDict _PyObject_FastCall_Prepend _PyPathConfig_Calculate ' +
    '_PyStack_UnpackDict _PyState_ClearModules _PyStructSequence_Init _PySys_ImplCacheTag _PySys_ImplName ' +
    '_PyTraceMalloc_Fini _PyType_Fini _PyUnicode_AsKind _PyUnicode_ClearStaticStrings ' +
    '_PyUnicode_DecodeUnicodeEscape _PyUnicode_ExtendedCase _PyUnicode_Fini _PyUnicode_Init _PyUnicode_TypeRecords ' +
    '_Py_AnnAssign _Py_Assert _Py_Assign _Py_AsyncFor _Py_AsyncFunctionDef _Py_AsyncWith _Py_Attribute ' +
    '_Py_AugAssign _Py_Await _Py_BinOp _Py_BoolOp _Py_Break _Py_Call _Py_ClassDef _Py_Compare _Py_Constant ' +
    '_Py_Continue _Py_Delete _Py_Dict _Py_DictComp _Py_ExceptHandler _Py_Expr _Py_Expression _Py_ExtSlice ' +
    '_Py_FindEnvConfigValue _Py_For _Py_FormattedValue _Py_FunctionDef _Py_GeneratorExp _Py_Global ' +
    '_Py_HashRandomization_Fini _Py_HashRandomization_Init _Py_If _Py_IfExp _Py_Import _Py_ImportFrom _Py_Index ' +
    '_Py_Interactive _Py_JoinedStr _Py_KeyedHash _Py_Lambda _Py_List _Py_ListComp _Py_Module _Py_Name _Py_Nonlocal ' +
    '_Py_Pass _Py_Raise _Py_Return _Py_Set _Py_SetComp _Py_Slice _Py_Starred _Py_Subscript _Py_Suite _Py_Try ' +
    '_Py_Tuple _Py_UnaryOp _Py_While _Py_With _Py_Yield _Py_YieldFrom _Py_abstract_hack _Py_alias _Py_arg ' +
    '_Py_arguments _Py_asdl_int_seq_new _Py_asdl_seq_new _Py_bytes_capitalize _Py_bytes_contains _Py_bytes_count ' +
    '_Py_bytes_endswith _Py_bytes_find _Py_bytes_index _Py_bytes_isalnum _Py_bytes_isalpha _Py_bytes_isascii ' +
    '_Py_bytes_isdigit _Py_bytes_islower _Py_bytes_isspace _Py_bytes_istitle _Py_bytes_isupper _Py_bytes_lower ' +
    '_Py_bytes_maketrans _Py_bytes_rfind _Py_bytes_rindex _Py_bytes_startswith _Py_bytes_swapcase _Py_bytes_title ' +
    '_Py_bytes_upper _Py_capitalize__doc__ _Py_comprehension _Py_count__doc__ _Py_endswith__doc__ _Py_find__doc__ ' +
    '_Py_global_config_int_max_str_digits _Py_hashtable_copy _Py_hashtable_get_entry _Py_hashtable_pop ' +
    '_Py_index__doc__ _Py_isalnum__doc__ _Py_isalpha__doc__ _Py_isascii__doc__ _Py_isdigit__doc__ ' +
    '_Py_islower__doc__ _Py_isspace__doc__ _Py_istitle__doc__ _Py_isupper__doc__ _Py_keyword _Py_lower__doc__ ' +
    '_Py_maketrans__doc__ _Py_normalize_encoding _Py_open_cloexec_works _Py_rfind__doc__ _Py_rindex__doc__ ' +
    '_Py_startswith__doc__ _Py_swapcase__doc__ _Py_title__doc__ _Py_upper__doc__ _Py_withitem',
  '7 8 11 12':
    '_Py_DumpASCII _Py_DumpDecimal _Py_DumpHexadecimal _Py_DumpTraceback _Py_DumpTracebackThreads',
  '7 8 12':
    '_PyTraceMalloc_Init',
  '7 8 13':
    '_PyCoro_GetAwaitableIter _PyDict_LoadGlobal _PyGen_yf',
  '7 8 9':
    '_PyAST_Optimize _PyCodec_Forget _PyDict_Contains _PyDict_GetItemId _PyEval_EvalCodeWithName ' +
    '_PyGC_CollectIfEnabled _PyGC_CollectNoFail _PyGILState_Reinit _PyGen_Send _PyLong_FromNbInt _PyLong_One ' +
    '_PyLong_Zero _PyNode_SizeOf _PyObject_HasAttrId _PyParser_Grammar _PySignal_AfterFork _PyTime_Init ' +
    '_Py_CheckRecursionLimit _Py_Mangle _Py_PyAtExit _Py_fopen',
  '7 8 9 10':
    '_PyComplex_FormatAdvancedWriter _PyEval_CallTracing _PyEval_GetAsyncGenFinalizer _PyEval_GetAsyncGenFirstiter ' +
    '_PyEval_GetCoroutineOriginTrackingDepth _PyEval_SetAsyncGenFinalizer _PyEval_SetAsyncGenFirstiter ' +
    '_PyEval_SetCoroutineOriginTrackingDepth _PyFloat_Pack2 _PyFloat_Pack4 _PyFloat_Pack8 _PyFloat_Unpack2 ' +
    '_PyFloat_Unpack4 _PyFloat_Unpack8 _PyFrame_DebugMallocStats _PyHamtItems_Type _PyHamtKeys_Type ' +
    '_PyHamtValues_Type _PyHamt_ArrayNode_Type _PyHamt_BitmapNode_Type _PyHamt_CollisionNode_Type _PyHamt_Type ' +
    '_PyImport_FindExtensionObject _PyObject_GC_Calloc _PyObject_GC_Malloc _PySys_GetObjectId _PySys_SetObjectId ' +
    '_PyTime_AsTimeval_noraise _PyTrash_deposit_object _PyTrash_destroy_chain _Py_get_387controlword ' +
    '_Py_path_config _Py_set_387controlword',
  '7 8 9 10 11':
    '_PyAccu_Accumulate _PyAccu_Destroy _PyAccu_Finish _PyAccu_FinishAsList _PyAccu_Init _PyBytesIOBuffer_Type ' +
    '_PyCode_GetExtra _PyCode_SetExtra _PyErr_TrySetFromCause _PyEval_RequestCodeExtraIndex _PyUnicode_AsUnicode ' +
    '_PyUnicode_Ready _Py_GetAllocatedBlocks _Py_PackageContext _Py_dg_infinity _Py_dg_stdnan',
  '7 8 9 10 11 12':
    '_PyArg_ParseStackAndKeywords_SizeT _PyArg_ParseStack_SizeT _PyArg_ParseTupleAndKeywordsFast_SizeT ' +
    '_PyArg_UnpackStack _PyArg_VaParseTupleAndKeywordsFast _PyArg_VaParseTupleAndKeywordsFast_SizeT ' +
    '_PyAsyncGenAThrow_Type _PyAsyncGenWrappedValue_Type _PyBytes_FormatEx _PyBytes_FromHex ' +
    '_PyCodecInfo_GetIncrementalDecoder _PyCodecInfo_GetIncrementalEncoder _PyCodec_DecodeText _PyCodec_EncodeText ' +
    '_PyCodec_Lookup _PyCodec_LookupTextEncoding _PyCoroWrapper_Type _PyDebugAllocatorStats _PyDictView_Intersect ' +
    '_PyDictView_New _PyDict_DebugMallocStats _PyDict_DelItemId _PyDict_GetItemIdWithError ' +
    '_PyDict_HasOnlyStringKeys _PyDict_MaybeUntrack _PyDict_Next _PyDict_SetItemId _PyErr_ChainExceptions ' +
    '_PyErr_GetTopmostException _PyEval_GetBuiltinId _PyEval_GetSwitchInterval _PyEval_SetSwitchInterval ' +
    '_PyEval_SignalAsyncExc _PyEval_SignalReceived _PyFloat_DebugMallocStats _PyFloat_FormatAdvancedWriter ' +
    '_PyGILState_GetInterpreterStateUnsafe _PyGen_Finalize _PyImport_AcquireLock _PyImport_FixupBuiltin ' +
    '_PyImport_FixupExtensionObject _PyImport_GetModuleId _PyImport_IsInitialized _PyImport_ReleaseLock ' +
    '_PyImport_SetModuleString _PyInterpreterState_Enable _PyList_DebugMallocStats _PyLong_AsInt ' +
    '_PyLong_FormatAdvancedWriter _PyLong_FormatBytesWriter _PyLong_FormatWriter _PyLong_FromBytes _PyLong_FromUid ' +
    '_PyManagedBuffer_Type _PyMem_RawStrdup _PyMem_RawWcsdup _PyMem_SetDefaultAllocator _PyMem_SetupAllocators ' +
    '_PyMethodWrapper_Type _PyModule_Clear _PyModule_ClearDict _PyModule_CreateInitialized _PyNamespace_Type ' +
    '_PyOS_URandom _PyObject_CallMethodIdObjArgs _PyObject_CallMethodId_SizeT _PyObject_Call_Prepend ' +
    '_PyObject_DebugTypeStats _PyObject_HasLen _PyObject_IsAbstract _PyObject_LookupAttr _PyObject_LookupAttrId ' +
    '_PyObject_NextNotImplemented _PyObject_RealIsInstance _PyObject_RealIsSubclass _PyObject_SetAttrId ' +
    '_PyRuntimeState_Fini _PyRuntimeState_Init _PyRuntime_Finalize _PyRuntime_Initialize ' +
    '_PySequence_BytesToCharpArray _PySequence_IterSearch _PyThreadState_DeleteExcept _PyThreadState_UncheckedGet ' +
    '_PyTime_AsNanosecondsObject _PyTime_AsSecondsDouble _PyTime_FromNanoseconds _PyTime_FromNanosecondsObject ' +
    '_PyTime_FromTimespec _PyTime_FromTimeval _PyTime_GetMonotonicClock _PyTime_GetMonotonicClockWithInfo ' +
    '_PyTime_GetPerfCounter _PyTime_GetPerfCounterWithInfo _PyTime_GetSystemClock _PyTime_GetSystemClockWithInfo ' +
    '_PyTime_MulDiv _PyTuple_DebugMallocStats _PyTuple_MaybeUntrack _PyType_CalculateMetaclass ' +
    '_PyType_GetDocFromInternalDoc _PyType_GetTextSignatureFromInternalDoc _PyType_LookupId ' +
    '_PyUnicodeTranslateError_Create _PyUnicode_AsASCIIString _PyUnicode_AsLatin1String _PyUnicode_EQ ' +
    '_PyUnicode_EncodeCharmap _PyUnicode_EncodeUTF7 _PyUnicode_EqualToASCIIId _PyUnicode_FastCopyCharacters ' +
    '_PyUnicode_FastFill _PyUnicode_FindMaxChar _PyUnicode_FormatAdvancedWriter _PyUnicode_FormatLong ' +
    '_PyUnicode_FromASCII _PyUnicode_InsertThousandsGrouping _PyUnicode_IsCaseIgnorable _PyUnicode_IsCased ' +
    '_PyUnicode_IsXidContinue _PyUnicode_IsXidStart _PyUnicode_ToFoldedFull _PyUnicode_ToLowerFull ' +
    '_PyUnicode_ToTitleFull _PyUnicode_ToUpperFull _PyUnicode_XStrip _PyWeakref_GetWeakrefCount ' +
    '_Py_CoerceLegacyLocale _Py_EncodeLocaleRaw _Py_FreeCharPArray _Py_GetForceASCII _Py_GetLocaleconvNumeric ' +
    '_Py_HashPointer _Py_IsCoreInitialized _Py_IsFinalizing _Py_LegacyLocaleDetected _Py_ResetForceASCII ' +
    '_Py_SetProgramFullPath _Py_VaBuildStack _Py_VaBuildStack_SizeT _Py_add_one_to_index_C _Py_add_one_to_index_F ' +
    '_Py_device_encoding _Py_dg_dtoa _Py_dg_freedtoa _Py_dg_strtod _Py_get_blocking _Py_get_inheritable ' +
    '_Py_gitidentifier _Py_gitversion _Py_parse_inf_or_nan _Py_read _Py_set_blocking _Py_strhex_bytes ' +
    '_Py_string_to_number_with_underscores _Py_wfopen _Py_wgetcwd _Py_wreadlink _Py_wrealpath',
  '7 8 9 10 11 12 13':
    '_PyArg_NoKeywords _PyArg_NoPositional _PyArg_ParseStack _PyArg_ParseStackAndKeywords ' +
    '_PyArg_ParseTupleAndKeywordsFast _PyArg_ParseTupleAndKeywords_SizeT _PyArg_ParseTuple_SizeT _PyArg_Parse_SizeT ' +
    '_PyArg_VaParseTupleAndKeywords_SizeT _PyArg_VaParse_SizeT _PyAsyncGenASend_Type _PyByteArray_empty_string ' +
    '_PyBytesWriter_Alloc _PyBytesWriter_Dealloc _PyBytesWriter_Finish _PyBytesWriter_Init _PyBytesWriter_Prepare ' +
    '_PyBytesWriter_Resize _PyBytesWriter_WriteBytes _PyBytes_DecodeEscape _PyBytes_Join _PyBytes_Resize ' +
    '_PyCode_CheckLineNumber _PyCode_ConstantKey _PyContext_NewHamtForTests _PyDict_DelItemIf ' +
    '_PyDict_DelItem_KnownHash _PyDict_GetItem_KnownHash _PyDict_MergeEx _PyDict_NewPresized _PyDict_Pop ' +
    '_PyDict_SetItem_KnownHash _PyDict_SizeOf _PyErr_BadInternalCall _PyErr_FormatFromCause _PyErr_SetKeyError ' +
    '_PyEval_EvalFrameDefault _PyEval_SliceIndex _PyEval_SliceIndexNotNone _PyGen_FetchStopIterationValue ' +
    '_PyGen_SetStopIterationValue _PyImport_SetModule _PyInterpreterState_IDDecref _PyInterpreterState_IDIncref ' +
    '_PyInterpreterState_IDInitref _PyInterpreterState_LookUpID _PyList_Extend _PyLong_AsByteArray _PyLong_AsTime_t ' +
    '_PyLong_Copy _PyLong_DigitValue _PyLong_DivmodNear _PyLong_Format _PyLong_Frexp _PyLong_FromByteArray ' +
    '_PyLong_FromGid _PyLong_FromTime_t _PyLong_GCD _PyLong_New _PyLong_NumBits _PyLong_Sign _PyMem_Strdup ' +
    '_PyNamespace_New _PyNone_Type _PyNotImplemented_Type _PyOS_IsMainThread _PyOS_ReadlineTState ' +
    '_PyOS_URandomNonblock _PyObject_CallFunction_SizeT _PyObject_CallMethodId _PyObject_CallMethod_SizeT ' +
    '_PyObject_DebugMallocStats _PyObject_Dump _PyObject_GC_New _PyObject_GC_NewVar _PyObject_GC_Resize ' +
    '_PyObject_GenericGetAttrWithDict _PyObject_GenericSetAttrWithDict _PyObject_GetAttrId _PyObject_GetDictPtr ' +
    '_PyObject_GetMethod _PyObject_IsFreed _PyObject_LookupSpecial _PyObject_New _PyObject_NewVar ' +
    '_PyParser_TokenNames _PyRuntime _PySet_Dummy _PySet_NextEntry _PySet_Update _PySlice_FromIndices ' +
    '_PySlice_GetLongIndices _PyStack_AsDict _PyState_AddModule _PySys_GetSizeOf _PyThreadState_Init ' +
    '_PyThreadState_Prealloc _PyThread_CurrentFrames _PyTime_AsMicroseconds _PyTime_AsMilliseconds ' +
    '_PyTime_AsTimespec _PyTime_AsTimeval _PyTime_AsTimevalTime_t _PyTime_FromMillisecondsObject ' +
    '_PyTime_FromSeconds _PyTime_FromSecondsObject _PyTime_ObjectToTime_t _PyTime_ObjectToTimespec ' +
    '_PyTime_ObjectToTimeval _PyTime_gmtime _PyTime_localtime _PyTraceMalloc_GetTraceback _PyTraceback_Add ' +
    '_PyTuple_Resize _PyType_Lookup _PyType_Name _PyUnicodeWriter_Dealloc _PyUnicodeWriter_Finish ' +
    '_PyUnicodeWriter_Init _PyUnicodeWriter_PrepareInternal _PyUnicodeWriter_PrepareKindInternal ' +
    '_PyUnicodeWriter_WriteASCIIString _PyUnicodeWriter_WriteChar _PyUnicodeWriter_WriteLatin1String ' +
    '_PyUnicodeWriter_WriteStr _PyUnicodeWriter_WriteSubstring _PyUnicode_AsUTF8String _PyUnicode_Copy ' +
    '_PyUnicode_EncodeUTF16 _PyUnicode_EncodeUTF32 _PyUnicode_EqualToASCIIString _PyUnicode_FromId ' +
    '_PyUnicode_IsAlpha _PyUnicode_IsDecimalDigit _PyUnicode_IsDigit _PyUnicode_IsLinebreak _PyUnicode_IsLowercase ' +
    '_PyUnicode_IsNumeric _PyUnicode_IsPrintable _PyUnicode_IsTitlecase _PyUnicode_IsUppercase ' +
    '_PyUnicode_IsWhitespace _PyUnicode_JoinArray _PyUnicode_ToDecimalDigit _PyUnicode_ToDigit ' +
    '_PyUnicode_ToLowercase _PyUnicode_ToNumeric _PyUnicode_ToTitlecase _PyUnicode_ToUppercase ' +
    '_PyUnicode_TransformDecimalAndSpaceToASCII _PyWarnings_Init _PyWeakref_CallableProxyType _PyWeakref_ClearRef ' +
    '_PyWeakref_ProxyType _PyWeakref_RefType _Py_BreakPoint _Py_BuildValue_SizeT _Py_CheckFunctionResult ' +
    '_Py_CheckRecursiveCall _Py_Dealloc _Py_DecodeLocaleEx _Py_DisplaySourceLine _Py_EllipsisObject ' +
    '_Py_EncodeLocaleEx _Py_FalseStruct _Py_Gid_Converter _Py_HashBytes _Py_HashDouble _Py_HashSecret ' +
    '_Py_NoneStruct _Py_NotImplementedStruct _Py_RestoreSignals _Py_SetLocaleFromEnv _Py_SwappedOp _Py_TrueStruct ' +
    '_Py_Uid_Converter _Py_VaBuildValue_SizeT _Py_ascii_whitespace _Py_c_abs _Py_c_diff _Py_c_neg _Py_c_pow ' +
    '_Py_c_prod _Py_c_quot _Py_c_sum _Py_convert_optional_to_ssize_t _Py_ctype_table _Py_ctype_tolower ' +
    '_Py_ctype_toupper _Py_dup _Py_fopen_obj _Py_fstat _Py_fstat_noraise _Py_hashtable_clear ' +
    '_Py_hashtable_compare_direct _Py_hashtable_destroy _Py_hashtable_foreach _Py_hashtable_get ' +
    '_Py_hashtable_hash_ptr _Py_hashtable_new _Py_hashtable_new_full _Py_hashtable_set _Py_hashtable_size _Py_open ' +
    '_Py_open_noraise _Py_set_inheritable _Py_set_inheritable_async_safe _Py_stat _Py_strhex _Py_write ' +
    '_Py_write_noraise',
  '7 8 9 10 13':
    '_PyTrash_thread_deposit_object _PyTrash_thread_destroy_chain',
  '7 8 9 11 12':
    '_Py_DecodeUTF8Ex _Py_DecodeUTF8_surrogateescape _Py_EncodeUTF8Ex',
  '8 11 12':
    '_PyTraceBack_FromFrame _Py_HasFileSystemDefaultEncodeErrors',
  '8 11 12 13':
    '_PyPathConfig_ClearGlobal',
  '8 9':
    '_PyAST_GetDocString _PyInterpreterState_DeleteExceptMain _PyLong_FromNbIndexOrNbInt ' +
    '_PyRuntimeState_ReInitThreads _PyTraceMalloc_NewReference _Py_SymtableStringObjectFlags',
  '8 9 10 11':
    '_Py_UnhandledKeyboardInterrupt _Py_tracemalloc_config',
  '8 9 10 11 12':
    '_PyArgv_AsWstrList _PyDict_CheckConsistency _PyErr_CheckSignals _PyErr_Display _PyErr_Fetch ' +
    '_PyErr_NormalizeException _PyErr_Print _PyErr_Restore _PyErr_SetNone _PyErr_SetObject ' +
    '_PyErr_WriteUnraisableMsg _PyFunction_Vectorcall _PyInterpreterID_LookUp _PyInterpreterID_New ' +
    '_PyInterpreterID_Type _PyInterpreterState_GetMainModule _PyMem_GetAllocatorName _PyModuleSpec_IsInitializing ' +
    '_PyOS_InterruptOccurred _PyObject_CheckConsistency _PyThreadState_Swap _PyType_CheckConsistency ' +
    '_PyWideStringList_AsList _PyWideStringList_Clear _PyWideStringList_Copy _PyWideStringList_Extend ' +
    '_Py_ClearArgcArgv _Py_ClearStandardStreamEncoding _Py_GetEnv _Py_HandleSystemExit _Py_IsLocaleCoercionTarget ' +
    '_Py_PreInitializeFromConfig _Py_PreInitializeFromPyArgv _Py_Sigset_Converter _Py_SourceAsString ' +
    '_Py_get_env_flag _Py_get_xoption _Py_str_to_int _Py_strhex_with_sep',
  '8 9 10 11 12 13':
    '_PyArg_BadArgument _PyArg_CheckPositional _PyArg_UnpackKeywords _PyConfig_InitCompatConfig ' +
    '_PyCrossInterpreterData_Lookup _PyCrossInterpreterData_NewObject _PyCrossInterpreterData_RegisterClass ' +
    '_PyCrossInterpreterData_Release _PyDict_GetItemStringWithError _PyErr_Clear _PyErr_ExceptionMatches ' +
    '_PyErr_Format _PyErr_SetString _PyEval_AddPendingCall _PyInterpreterState_GetIDObject ' +
    '_PyInterpreterState_RequireIDRef _PyInterpreterState_RequiresIDRef _PyLong_Lshift _PyLong_Rshift ' +
    '_PyLong_Size_t_Converter _PyLong_UnsignedInt_Converter _PyLong_UnsignedLongLong_Converter ' +
    '_PyLong_UnsignedLong_Converter _PyLong_UnsignedShort_Converter _PyMem_GetCurrentAllocatorName ' +
    '_PyObject_AssertFailed _PyObject_CheckCrossInterpreterData _PyObject_GetCrossInterpreterData ' +
    '_PyObject_MakeTpCall _PyPreConfig_InitCompatConfig _PyUnicode_CheckConsistency _Py_GetConfigsAsDict ' +
    '_Py_GetErrorHandler _Py_InitializeMain _Py_strhex_bytes_with_sep',
  '9 10':
    '_Py_abspath _Py_isabs',
  '9 10 11':
    '_Py_FatalError_TstateNULL _Py_NewInterpreter',
  '9 10 11 12':
    '_PyArg_NoKwnames _PyErr_ChainStackItem _PyErr_CheckSignalsTstate _PyErr_FormatFromCauseTstate ' +
    '_PyErr_GetExcInfo _PyErr_NoMemory _PyEval_SetTrace _PyInterpreterState_GetConfig _PyObject_Call ' +
    '_PyObject_FastCallDictTstate _PyThreadState_DeleteCurrent _PyThread_at_fork_reinit _PyTrash_begin _PyTrash_end ' +
    '_PyUnicode_DecodeRawUnicodeEscapeStateful _PyUnicode_DecodeUnicodeEscapeStateful _Py_FatalErrorFormat ' +
    '_Py_HashPointerRaw',
  '9 10 11 12 13':
    '_PyEval_SetProfile _PyInterpreterState_GetEvalFrameFunc _PyInterpreterState_SetEvalFrameFunc ' +
    '_PyObject_FunctionStr _PyThreadState_GetDict _PyUnicode_DecodeUnicodeEscapeInternal _PyUnicode_ScanIdentifier ' +
    '_Py_FatalErrorFunc _Py_GetConfig _Py_NewReference _Py_hashtable_steal',
};
